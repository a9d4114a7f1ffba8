/**
 * Whether what is kept has the shape that a page expects, so that what another version of the portal kept breaks no page: a list, a
 * text, or something with the same fields of the same kinds. What lists and fields hold is not looked into.
 */
export function fitting<Value>(pattern: Value, kept: unknown): kept is Value {
  if (!likeIn(pattern, kept)) return false
  if (!isObject(pattern) || !isObject(kept)) return true
  return Object.entries(pattern).every(([field, value]) => likeIn(value, kept[field]))
}

const likeIn = (pattern: unknown, kept: unknown): boolean =>
  pattern === undefined ||
  pattern === null ||
  (typeof pattern === typeof kept && Array.isArray(pattern) === Array.isArray(kept) && kept !== null)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
