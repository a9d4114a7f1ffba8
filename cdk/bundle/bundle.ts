import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync, type Metafile } from 'esbuild'
import { api, type FunctionFile } from '../function-files.ts'
import { sideFiles, unbundled } from './side-files.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Libraries that were written for CommonJS ask for Node's own modules by `require`. */
const banner =
  "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);"

/**
 * Bundles every function into one folder, as `<name>.mjs`, with the side files: what several share is a chunk that stands
 * there once, and a function loads only its own. (One bundle each took 22 s and 127 MB for 70 functions; this takes 1 s and
 * 3 MB.) The API shares with nobody: its OpenAPI document takes all of zod along, which the others do without. What nobody calls is shaken out; identifiers stay, so that a stack trace in a log can be read.
 * @param first what each begins with
 */
export function bundle(
  functions: FunctionFile[],
  folder: string,
  first: string[] = ['cdk/bundle/interpreted-schemas.ts'],
): void {
  const groups = [functions.filter(({ name }) => name === api.name), functions.filter(({ name }) => name !== api.name)]
  const outputs = groups.filter(({ length }) => length > 0).flatMap((group) => bundled(group, folder, first))
  const parts = outputs.flatMap(({ inputs, imports }) => [...Object.keys(inputs), ...imports.map(({ path }) => path)])
  for (const { from, to } of [...new Set(parts)].flatMap((part) => sideFiles[part] ?? []))
    cpSync(join(root, from), join(folder, to))
}

function bundled(functions: FunctionFile[], folder: string, first: string[]): Metafile['outputs'][string][] {
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: functions.map(({ name, file }) => ({ in: file, out: name })),
    outdir: folder,
    bundle: true,
    splitting: true,
    external: unbundled,
    inject: first,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    outExtension: { '.js': '.mjs' },
    minifySyntax: true,
    minifyWhitespace: true,
    banner: { js: banner },
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  })
  return Object.values(metafile.outputs)
}
