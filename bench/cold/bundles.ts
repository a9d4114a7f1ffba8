import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const staticImport = /(?:import|export)\s*(?:[^'"();]*?from\s*|)"(\.\/[^"]+)"/g

/** What is loaded with these bundles: each, every chunk it imports, and what these import. */
function loadedWith(folder: string, names: string[]): Set<string> {
  const found = new Set<string>()
  const left = names.map((name) => `./${name}.mjs`)
  for (let next = left.pop(); next; next = left.pop()) {
    if (found.has(next)) continue
    found.add(next)
    left.push(...[...readFileSync(join(folder, next), 'utf8').matchAll(staticImport)].map(([, path = '']) => path))
  }
  return found
}

/** Of all the files that are loaded with these bundles. */
export const bytesOf = (folder: string, names: string[]): number =>
  [...loadedWith(folder, names)].reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)
