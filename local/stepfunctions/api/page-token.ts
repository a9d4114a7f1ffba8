import { limits } from '../limits.ts'
import { ApiError } from './api-error.ts'
import type { Input } from './input.ts'

/** Where the next page starts, as an opaque text bound to the list it belongs to. */
export function pageToken(list: string, position: string | number): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url')
}

export function positionIn<T extends string | number>(input: Input, list: string, first: T): T {
  const token = input.optionalText('nextToken', { most: limits.nextToken })
  if (token === undefined) return first
  try {
    const [of, position] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[]
    if (of === list && typeof position === typeof first) return position as T
  } catch {
    // Not a token of ours: said below.
  }
  throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'")
}
