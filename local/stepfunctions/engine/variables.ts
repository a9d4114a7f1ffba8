import { type JsonObject, sizeOf } from '../json.ts'

const counted = new WeakMap<JsonObject, number>()

/** A thread's variables as JSON text. They are replaced, never changed, so that each set of them is counted once. */
export function bytesOf(variables: JsonObject): number {
  const known = counted.get(variables)
  if (known !== undefined) return known
  const bytes = Object.keys(variables).length === 0 ? 0 : sizeOf(JSON.stringify(variables))
  counted.set(variables, bytes)
  return bytes
}
