import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OutputChunk, type Plugin, rolldown } from 'rolldown'
import { api, type FunctionFile } from '../function-files.ts'
import { sideFiles, unbundled } from './side-files.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Few files, since each costs time to find and to load: the table's client with what it needs, what every function of a kind
 * needs, and the function itself. What is imported later is a chunk of its own.
 */
const groups = [
  { name: 'table', test: /[\\/]@aws-sdk[\\/](client|lib)-dynamodb[\\/]/, priority: 1 },
  {
    name: 'house',
    test: /[\\/](functions[\\/](steps[\\/]step|api[\\/]app)|cdk[\\/]bundle[\\/]interpreted-schemas)\.ts$/,
  },
]

/**
 * Bundles every function into one folder, as `<name>.mjs`, with the side files: what several share stands there once
 * (docs/decisions/0038). The API shares with nobody: what it needs of the house is another half than what a step needs.
 * What nobody calls is shaken out; identifiers stay, so that a stack trace in a log can be read.
 * @param first what each begins with
 */
export async function bundle(
  functions: FunctionFile[],
  folder: string,
  first: string[] = ['cdk/bundle/interpreted-schemas.ts'],
): Promise<void> {
  const kinds = [functions.filter(({ name }) => name === api.name), functions.filter(({ name }) => name !== api.name)]
  const chunks: OutputChunk[] = []
  for (const kind of kinds) if (kind.length > 0) chunks.push(...(await bundled(kind, folder, first)))
  const parts = chunks.flatMap(({ moduleIds, imports, dynamicImports }) => [
    ...moduleIds.map((id) => id.replace(root, '')),
    ...imports,
    ...dynamicImports,
  ])
  for (const { from, to } of [...new Set(parts)].flatMap((part) => sideFiles[part] ?? []))
    cpSync(join(root, from), join(folder, to))
}

async function bundled(functions: FunctionFile[], folder: string, first: string[]): Promise<OutputChunk[]> {
  const files = functions.map(({ file }) => join(root, file))
  await using build = await rolldown({
    cwd: root,
    input: Object.fromEntries(functions.map(({ name }, index) => [name, files[index] ?? ''])),
    external: unbundled,
    platform: 'node',
    // Libraries as modules, of which what is not used can be left out.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [beginning(files, first)],
    logLevel: 'warn',
  })
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    codeSplitting: { groups },
    minify: { compress: true, mangle: false, codegen: true },
    comments: false,
  })
  return output.filter((one) => one.type === 'chunk')
}

/** Lets these files begin with others. */
const beginning = (files: string[], first: string[]): Plugin => ({
  name: 'beginning',
  transform: {
    filter: { id: files },
    handler: (code) => ({
      code: [...first.map((file) => `import ${JSON.stringify(join(root, file))};`), code].join('\n'),
      map: null,
    }),
  },
})
