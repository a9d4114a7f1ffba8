import { posix } from 'node:path'
import { isSource, type Tree } from './tree.ts'

interface Import {
  /** A path from the root of the house, or the name of a package. */
  of: string
  inside: boolean
  typeOnly: boolean
}

const statement = /^\s*(?:import|export)\s+(type\s)?([^'";]*?\sfrom\s+)?'([^']+)'/gm
const call = /\bimport\(\s*'([^']+)'\s*\)/g

export function importsOf(path: string, text: string): Import[] {
  const named = [...text.matchAll(statement)].map(([, type, , of = '']) => ({ of, typeOnly: type !== undefined }))
  const called = [...text.matchAll(call)].map(([, of = '']) => ({ of, typeOnly: false }))
  return [...named, ...called].map(({ of, typeOnly }) => {
    const inside = of.startsWith('.')
    return { of: inside ? posix.normalize(posix.join(posix.dirname(path), of)) : of, inside, typeOnly }
  })
}

interface Direction {
  /** Whose imports. The longest that fits a file rules it. */
  of: string
  /** Where in the house they may come from; `types` are only types, which leave nothing at run time. */
  from: string[]
  types?: string[]
  /** The packages they may come from; all, where none are said. */
  packages?: string[]
}

/** What a bidder's client runs: schemas, checks and WebCrypto. */
const sealing = ['content', 'document', 'document-check', 'document-type', 'envelope', 'seal', 'sealed-document'].map(
  (file) => `domain/tender/${file}.ts`,
)

/** Who may know whom (design §1): everything knows the domain, and the domain knows nobody. */
const directions: Direction[] = [
  {
    of: 'domain/',
    from: ['domain/'],
    packages: [
      'zod',
      'fraction.js',
      'temporal-polyfill',
      '@noble/hashes',
      '@noble/curves',
      '@skyra/jaro-winkler',
      'canonicalize',
      'diff',
      'fflate',
      'file-type',
    ],
  },
  { of: 'access/', from: ['access/', 'domain/'], packages: ['node:fs', 'node:v8', '@cedar-policy/cedar-wasm'] },
  { of: 'functions/', from: ['functions/', 'domain/', 'access/'] },
  {
    of: 'functions/store/',
    from: ['functions/store/', 'functions/runtime/', 'functions/messages/', 'domain/'],
  },
  // Mails say what is asked in the words of the portal, and lead to its pages.
  { of: 'functions/events/', from: ['functions/', 'domain/', 'access/', 'workflows/waits.ts', 'workflows/pages.ts'] },
  {
    of: 'functions/messages/',
    from: ['functions/store/keys.ts', 'domain/', 'functions/messages/', 'workflows/waits.ts', 'workflows/pages.ts'],
  },
  { of: 'functions/calendar/', from: ['domain/', 'workflows/waits.ts', 'workflows/pages.ts'] },
  { of: 'workflows/', from: ['workflows/', 'domain/'] },
  {
    of: 'cdk/',
    from: ['cdk/', 'workflows/names.ts', 'functions/store/table.ts', 'web/content-security-policy.ts'],
    types: ['functions/runtime/deps.ts'],
  },
  {
    of: 'web/',
    from: ['web/', 'workflows/pictures/', 'workflows/waits.ts', 'workflows/pages.ts'],
    types: ['domain/', 'functions/api/'],
  },
  // Pages, mails and the record call the stages the same.
  {
    of: 'web/features/case/',
    from: ['web/', 'workflows/pictures/', 'workflows/waits.ts', 'workflows/pages.ts', 'domain/case/stage-names.ts'],
    types: ['domain/', 'functions/api/'],
  },
  // A report's mail and its page have the same headings.
  { of: 'web/features/report/', from: ['web/', 'domain/report/headings.ts'], types: ['domain/', 'functions/api/'] },
  // A bidder's own browser checks and seals, by the very code that the opening checks and opens with (requirements §6):
  // written a second time, the two could differ, and a tender would be lost by it.
  { of: 'web/features/tender/sealing/', from: ['web/', ...sealing], types: ['domain/', 'functions/api/'] },
  // Whoever checks a draw in a browser runs the verifier itself (requirements §5): another would check another thing.
  {
    of: 'web/features/draw/recomputing/',
    from: ['web/', 'domain/panel-draw/fair-draw/', 'domain/panel-draw/randomness/'],
    types: ['domain/'],
  },
  // An auditor's own browser runs the verifier that the command runs, in a thread that the page loads when it is asked.
  { of: 'web/features/audit/', from: ['web/', 'functions/verify/'], types: ['domain/', 'functions/api/'] },
  {
    of: 'local/',
    from: ['local/', 'functions/', 'domain/', 'access/', 'workflows/', 'web/content-security-policy.ts'],
  },
  { of: 'local/stepfunctions/', from: ['local/stepfunctions/'] },
  ...[['query'], ['store'], ['asl', 'query'], ['engine', 'asl', 'query', 'store']].map(([own, ...below]) => ({
    of: `local/stepfunctions/${own}/`,
    from: [...[own, ...below].map((part) => `${part}/`), 'json.ts', 'json-text.ts', 'limits.ts', 'api-error.ts'].map(
      (part) => `local/stepfunctions/${part}`,
    ),
  })),
  { of: 'bench/', from: [''] },
  { of: 'test/', from: [''] },
  { of: '', from: ['', 'local/', 'test/'] },
]

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

export function wrongDirections(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => isSource(path))
    .flatMap(([path, text]) => {
      const rule = directions
        .filter(({ of }) => path.startsWith(of))
        .reduce((longest, one) => (one.of.length > longest.of.length ? one : longest))
      return importsOf(path, text)
        .filter((one) => !mayImport(rule, one))
        .map(({ of }) => `${path} imports ${of}`)
    })
}

function mayImport({ from, types = [], packages }: Direction, { of, inside, typeOnly }: Import): boolean {
  if (!inside) return packages === undefined || packages.includes(packageOf(of))
  return [...from, ...(typeOnly ? types : [])].some((place) => of.startsWith(place))
}

/** The NHS components are known in one place, so that another version of them changes one place. */
export const nhsElsewhere = (tree: Tree): string[] =>
  [...tree]
    .filter(([path]) => isSource(path) && !path.startsWith('web/nhs/'))
    .flatMap(([path, text]) => importsOf(path, text).map(({ of }) => ({ path, of })))
    .filter(({ of }) => packageOf(of) === 'nhsuk-react-components')
    .map(({ path }) => `${path} imports nhsuk-react-components`)

/** Schemas are made when they are first asked (docs/decisions/0037); and of `import { z }` a bundle takes half a megabyte. */
export const zodElsewhere = (tree: Tree): string[] =>
  [...tree]
    .filter(([path, text]) => path !== 'domain/zod.ts' && /^(domain|functions|access)\//.test(path) && takesZod(text))
    .map(([path]) => `${path} imports zod: import * as z from domain/zod.ts`)

const takesZod = (text: string): boolean =>
  /^import (?!type ).* from '(zod|@asteasolutions\/zod-to-openapi)'$/m.test(text)
