import { z } from 'zod'
import type { Tree } from './tree.ts'

const versions = z.record(z.string(), z.string()).default({})
const packageSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
})

function partsOf(tree: Tree): Record<string, string> {
  const { dependencies, devDependencies, optionalDependencies } = packageSchema.parse(
    JSON.parse(tree.get('package.json') ?? '{}'),
  )
  return { ...dependencies, ...devDependencies, ...optionalDependencies }
}

/** The same parts everywhere and every time: no ranges. */
export const unpinned = (tree: Tree): string[] =>
  Object.entries(partsOf(tree))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} ${version}`)

/** Every part has its reason in docs/decisions/0001-parts.md, and every reason its part. */
export function unreasoned(tree: Tree): string[] {
  const parts = Object.keys(partsOf(tree))
  const page = tree.get('docs/decisions/0001-parts.md') ?? ''
  const reasoned = [...page.matchAll(/^\| (`[^|]*`) \| *(\S[^|]*)\|$/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )
  return [
    ...parts.filter((part) => !reasoned.includes(part)).map((part) => `${part} has no reason`),
    ...reasoned.filter((name) => !parts.includes(name)).map((name) => `${name} is no part`),
  ]
}

/** A decision is cited by its number, so no two have the same one. */
export function doublyNumbered(tree: Tree): string[] {
  const decisions = [...tree.keys()].filter((path) => /^docs\/decisions\/\d{4}-/.test(path)).sort()
  const numberOf = (path: string) => path.slice('docs/decisions/'.length, 'docs/decisions/0000'.length)
  return decisions.filter((path, index) => numberOf(decisions[index - 1] ?? '') === numberOf(path))
}
