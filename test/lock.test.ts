import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** `npm ci` refuses a lock in which an optional package of some other machine is missing. */
test('the lock names every optional package, whatever machine it is for', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFoundFrom(place, name)),
  )
  expect(missing).toEqual([])

  function isFoundFrom(place: string, name: string): boolean {
    const folders = place.split('/node_modules/')
    return (
      folders.some(
        (_, depth) => `${folders.slice(0, depth + 1).join('/node_modules/')}/node_modules/${name}` in packages,
      ) || `node_modules/${name}` in packages
    )
  }
})
