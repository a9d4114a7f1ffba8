import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import type { FunctionFile } from '../function-files.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What a function asks of the world, read from its code: `GetCommand`, `transact Put`, `mail.send`, `setting TABLE_NAME`. */
export type Calls = ReadonlySet<string>

/**
 * The calls of each function, by its name: its code is bundled without libraries and without `functions/runtime/aws.ts`
 * (which knows all of AWS and stands behind the ports of `Deps`), what it cannot reach is shaken out, and what is left is
 * read. So a permission is granted because some line needs it, and goes when the line goes.
 */
export function callsOf(functions: FunctionFile[]): Map<string, Calls> {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: functions.map(({ name, file }) => ({ in: file, out: name })),
    outdir: 'never-written',
    write: false,
    bundle: true,
    packages: 'external',
    external: ['./aws.ts'],
    format: 'esm',
    platform: 'node',
    treeShaking: true,
    metafile: true,
    logLevel: 'error',
  })
  const files = Object.values(metafile.outputs).map(({ entryPoint }) => entryPoint)
  return new Map(
    outputFiles.map(({ text }, index) => {
      const { name, file } = functions.find((one) => one.file === files[index]) ?? { name: '', file: '' }
      return [name, callsIn(text, file)]
    }),
  )
}

/** The bundler numbers names that stand twice: `GetCommand2`, `documents2`. */
const patterns: [RegExp, (found: string[]) => string][] = [
  [/\bnew (\w+Command)\d*\(/g, ([command = '']) => command],
  [/\b(paginate[A-Z][A-Za-z]+)\d*\(/g, ([paginator = '']) => paginator],
  [/\b(Put|Delete|Update|ConditionCheck):/g, ([kind]) => `transact ${kind}`],
  [/\b(documents|sealedTenders|malware|mail|tenderKeys)\d*\.(\w+)/g, ([port, method]) => `${port}.${method}`],
  [/\bsetting\("(\w+)"\)/g, ([name]) => `setting ${name}`],
  [/\bworkflows\.(arnOf)\b/g, ([method]) => `workflows.${method}`],
]

/** @throws Error when a port is handed on whole: then nobody could say which of its methods is called */
export function callsIn(code: string, file: string): Calls {
  const whole = /\b(?:deps|given)\.(documents|sealedTenders|malware|mail|tenderKeys)\b(?!\.)/.exec(code)
  if (whole)
    throw new Error(
      `${file} hands on all of “${whole[1]}”. Call its method by name (${whole[1]}.…), so that its permission can be derived.`,
    )
  const calls = patterns.flatMap(([pattern, name]) => [...code.matchAll(pattern)].map(([, ...found]) => name(found)))
  return new Set(calls.filter((call) => !call.startsWith('transact ') || code.includes('TransactWriteCommand')))
}
