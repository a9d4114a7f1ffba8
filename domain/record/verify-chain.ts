import { millisecondsBetween } from '../time/instant.ts'
import { type Entry, entryHash, GENESIS, type Head, payloadDigest, type QuotedHead } from './chain.ts'
import { eventNamed } from './event-named.ts'
import type { Export } from './export.ts'

/** What is wrong with a chain, in its order: entries, payloads, the head, and the head that somebody kept. */
export function chainProblems({ caseId, head, events }: Omit<Export, 'format'>, quoted?: QuotedHead): string[] {
  const problems: string[] = []
  let previous: Head = GENESIS
  for (const { entry, payload } of events) {
    problems.push(...entryProblems(caseId, previous, entry))
    if (payload && payloadDigest(payload) !== entry.payloadDigest)
      problems.push(`${eventNamed(entry)}: what it says was changed after it was recorded`)
    previous = { sequence: entry.sequence, hash: entry.hash }
  }
  if (previous.sequence !== head.sequence || previous.hash !== head.hash)
    problems.push(
      `the record ends at event ${previous.sequence} (${previous.hash}), but says of itself that it ends at event ${head.sequence} (${head.hash})`,
    )
  if (quoted)
    problems.push(
      ...quotedProblems(
        events.map(({ entry }) => entry),
        quoted,
      ),
    )
  return [...problems, ...erasureProblems(events)]
}

/** Problems with erased payloads: a payload may be missing only if the record says that it was erased. */
function erasureProblems(events: Export['events']): string[] {
  const erasures = events.flatMap(({ entry, payload }) =>
    entry.type === 'PayloadErased' ? [(payload?.data as { sequence?: unknown } | undefined)?.sequence] : [],
  )
  return events.flatMap(({ entry, payload }) => {
    const said = erasures.includes(entry.sequence)
    if (payload === null && !said)
      return [`${eventNamed(entry)}: what it said is missing, and the record does not say that it was erased`]
    return payload !== null && said
      ? [`${eventNamed(entry)}: the record says that what it said was erased, but it is still there`]
      : []
  })
}

/** Problems with erasures that one person made alone: another must have asked for each before. */
export function loneErasures(events: Export['events']): string[] {
  const about = (payload: Export['events'][number]['payload']) =>
    (payload?.data as { sequence?: unknown } | undefined)?.sequence
  const who = ({ by }: Entry) => ('person' in by ? by.person : undefined)
  return events.flatMap(({ entry, payload }, index) => {
    if (entry.type !== 'PayloadErased') return []
    const askedByAnother = events
      .slice(0, index)
      .some(
        (one) =>
          one.entry.type === 'ErasureAsked' && about(one.payload) === about(payload) && who(one.entry) !== who(entry),
      )
    return askedByAnother ? [] : [`${eventNamed(entry)}: no second person had asked for this erasure, and it takes two`]
  })
}

function entryProblems(caseId: string, previous: Head, entry: Entry): string[] {
  const where = eventNamed(entry)
  const problems: string[] = []
  const expected = previous.sequence + 1
  if (entry.sequence > expected)
    problems.push(
      entry.sequence === expected + 1
        ? `event ${expected} is missing`
        : `events ${expected} to ${entry.sequence - 1} are missing`,
    )
  if (entry.sequence < expected)
    problems.push(`${where} comes after event ${previous.sequence}: it was moved or inserted`)
  if (entry.caseId !== caseId) problems.push(`${where} belongs to another case, ${entry.caseId}`)
  if (entryHash(entry) !== entry.hash) problems.push(`${where} was changed: its fingerprint does not fit it any more`)
  if (entry.previous !== previous.hash)
    problems.push(
      `${where} does not hold the fingerprint of the event before it: something was changed, removed or put between them`,
    )
  return problems
}

function quotedProblems(entries: Entry[], quoted: QuotedHead): string[] {
  if (quoted.sequence === undefined)
    return entries.some(({ hash }) => hash === quoted.hash)
      ? []
      : [
          'no event has the fingerprint that you gave: the end of the record was cut off, or the record was written anew since',
        ]
  const found = entries.find((entry) => entry.sequence === quoted.sequence)
  if (!found)
    return [
      `the fingerprint that you gave is that of event ${quoted.sequence}, but the record ends before it: its end was cut off`,
    ]
  return found.hash === quoted.hash
    ? []
    : [`event ${quoted.sequence} does not have the fingerprint that you gave: the record was written anew since`]
}

/** So much may the clocks of two machines that write the same record differ, in milliseconds. */
const CLOCKS_DIFFER = 60_000

/** Problems with time, which goes on: nothing was done before what stands before it. */
export function timeProblems(events: Export['events']): string[] {
  let latest: string | undefined
  return events.flatMap(({ entry }) => {
    const { at } = entry
    const before = latest
    if (before === undefined || at > before) latest = at
    return before === undefined || millisecondsBetween(at, before) <= CLOCKS_DIFFER
      ? []
      : [`${eventNamed(entry)}: it was done at ${at}, and something before it at ${before}`]
  })
}
