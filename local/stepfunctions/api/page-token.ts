import { ApiError } from '../api-error.ts'
import { limits } from '../limits.ts'
import type { Input } from './input.ts'

/** Where the next page starts, as an opaque text bound to the list it belongs to. */
export function pageToken(list: string, position: string | number): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url')
}

/** Which page of a list is asked for: how long it is, and where it begins. */
export function pageIn<T extends string | number>(
  input: Input,
  list: string,
  first: T,
  longestToken: number = limits.nextToken,
): { size: number; from: T } {
  const [size, token] = input.all(
    () => input.pageSize(),
    () => input.optionalText('nextToken', { most: longestToken }),
  )
  return { size, from: token === undefined ? first : positionIn(token, list, first) }
}

function positionIn<T extends string | number>(token: string, list: string, first: T): T {
  try {
    const [of, position] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[]
    if (of === list && typeof position === typeof first) return position as T
  } catch {
    // Not a token of ours: said below.
  }
  throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'")
}
