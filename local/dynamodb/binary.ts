import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/** dynoxide from the optional package, or from the path. */
export function dynoxideBinary({ PATH: path = '' } = process.env): string {
  const places = [
    packaged(),
    ...path
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, 'dynoxide')),
  ]
  const found = places.find((place) => place !== undefined && isExecutable(place))
  if (found) return found
  throw new CannotStart(
    'There is no DynamoDB to start: the package @dynoxide/linux-x64 does not fit this machine and no dynoxide is on the ' +
      'PATH; install dynoxide, or give the address of a DynamoDB Local in DYNAMODB_ENDPOINT.',
  )
}

function packaged(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide')
  } catch {
    return undefined
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
