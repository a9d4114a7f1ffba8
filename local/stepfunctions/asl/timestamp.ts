/**
 * ISO-8601 with a zone, to the millisecond; undefined for anything else, also for days that no month has. What an
 * expression gives may have a small `t` and `z`; in a definition they are capitals.
 */
export function offsetDateTime(given: string): number | undefined {
  const text = given.toUpperCase()
  const parts = /^(\d{4}-\d{2}-\d{2})T(?!24)\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text)
  const day = parts?.[1]
  if (day === undefined) return undefined
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}
