import type { CaseState } from '../case/case.ts'
import type { CaseEvent, Recorded } from '../case/event.ts'
import { evolve } from '../case/evolve.ts'
import { resultProblems } from '../evaluation/verify-result.ts'
import { chairProblems } from '../panel/verify-chair.ts'
import { poolProblems } from '../panel-draw/verify-pool.ts'
import { drawProblems } from '../panel-draw/verify-record.ts'
import { seatProblems } from '../panel-draw/verify-seats.ts'
import { sourceProblems } from '../panel-draw/verify-source.ts'
import { type Entry, entryHash, GENESIS, type Head, payloadDigest, type QuotedHead } from './chain.ts'
import { type Export, exportSchema } from './export.ts'
import { leftOf, replayLeft } from './left.ts'

export interface Verification {
  /** What is wrong, and where; empty when the record is intact. */
  problems: string[]
  events: number
  /** The events whose payload was erased, by the record itself. */
  erased: number[]
  head?: Head
  /** Where something was erased: the events whose checks rest on it, and could not be made. */
  unchecked?: string[]
  /** The state the record leads to; absent when something is wrong or a payload is erased. */
  state?: CaseState
}

/** Verifies an export offline: the chain, every payload, the head, and that the events make a case. @param quoted a head somebody kept */
export function verifyExport(input: unknown, quoted?: QuotedHead): Verification {
  const parsed = exportSchema.safeParse(input)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`)
    return { problems, events: 0, erased: [] }
  }
  const { caseId, head, events } = parsed.data
  const problems = chainProblems({ caseId, head, events }, quoted)
  const draws = problems.length === 0 ? drawProblems(events) : { problems: [], unchecked: [] }
  if (problems.length === 0) problems.push(...loneErasures(events), ...draws.problems)
  const erased = events.filter(({ payload }) => payload === null).map(({ entry }) => entry.sequence)
  const common = { events: events.length, erased, head }
  if (problems.length > 0) return { problems, ...common }
  try {
    if (erased.length > 0) {
      const left = problemsLeft(parsed.data)
      return { ...left, unchecked: inOrder([...draws.unchecked, ...left.unchecked]), ...common }
    }
    let previous: Recorded | undefined
    const state = replay(parsed.data, (before, event, sequence) => {
      const { type } = event
      const found = heldProblems(before, event, previous)
      previous = event
      problems.push(...found.map((problem) => `event ${sequence} (${type}): ${problem}`))
    })
    problems.push(...resultProblems(parsed.data).problems)
    return { problems, ...common, ...(problems.length === 0 && { state }) }
  } catch (error) {
    return { problems: [`the events do not make a case: ${(error as Error).message}`], ...common }
  }
}

/** What the record shows to be wrong with how somebody came onto a panel, off it, or into its chair. */
export const heldProblems = (before: CaseState, event: CaseEvent, previous?: CaseEvent): string[] => [
  ...(event.type === 'DrawCommitted' ? poolProblems(before, event.data) : []),
  ...sourceProblems(before, event),
  ...seatProblems(before, event, previous),
  ...chairProblems(before, event),
]

/** Events that are held against what came before them. */
const heldAgainst: readonly Recorded['type'][] = [
  'DrawCommitted',
  'RandomnessChanged',
  'PanelFilledWithoutDraw',
  'StandingMembersSeated',
  'NoPanelPossible',
  'ConstraintsRelaxed',
  'SeatsLapsed',
  'MemberExcluded',
  'ChairChosen',
]

/** What the check of a draw's pool and source reads of the case, and that of the choice of the chair. */
const drawnFrom: readonly (keyof CaseState)[] = ['ruleBook', 'nomination', 'conflicts', 'panel']
const chosenFrom: readonly (keyof CaseState)[] = ['panel']

/** The same checks of a record of which something was erased, wherever they do not rest on it; the rest is named. */
function problemsLeft(record: Export): { problems: string[]; unchecked: string[] } {
  const problems: string[] = []
  const unchecked = record.events.flatMap(({ entry: { sequence, type }, payload }) =>
    payload === null && heldAgainst.some((one) => one === type) ? [`event ${sequence} (${type})`] : [],
  )
  let previous: Recorded | undefined
  replayLeft(record, (before, event, sequence) => {
    const { type } = event
    const last = previous
    previous = event
    if (!heldAgainst.includes(type)) return
    const state = leftOf(before, type === 'ChairChosen' ? chosenFrom : drawnFrom)
    if (!state) unchecked.push(`event ${sequence} (${type})`)
    else {
      const found = heldProblems(state, event, last)
      problems.push(...found.map((problem) => `event ${sequence} (${type}): ${problem}`))
    }
  })
  const results = resultProblems(record)
  return { problems: [...problems, ...results.problems], unchecked: [...unchecked, ...results.unchecked] }
}

/** Events, as they are named, each once and in the order of the record. */
const inOrder = (named: readonly string[]): string[] =>
  [...new Set(named)].sort(
    (one, other) => Number.parseInt(one.slice('event '.length), 10) - Number.parseInt(other.slice('event '.length), 10),
  )

/** What is wrong with a chain, in its order: entries, payloads, the head, and the head that somebody kept. */
export function chainProblems({ caseId, head, events }: Omit<Export, 'format'>, quoted?: QuotedHead): string[] {
  const problems: string[] = []
  let previous: Head = GENESIS
  for (const { entry, payload } of events) {
    problems.push(...entryProblems(caseId, previous, entry))
    if (payload && payloadDigest(payload) !== entry.payloadDigest)
      problems.push(`event ${entry.sequence} (${entry.type}): its payload is not what was recorded`)
    previous = { sequence: entry.sequence, hash: entry.hash }
  }
  if (previous.sequence !== head.sequence || previous.hash !== head.hash)
    problems.push(
      `the record ends at event ${previous.sequence} (${previous.hash}), but its head says event ${head.sequence} (${head.hash})`,
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
  return events.flatMap(({ entry: { sequence, type }, payload }) => {
    const said = erasures.includes(sequence)
    if (payload === null && !said)
      return [`event ${sequence} (${type}): its payload is missing, and the record does not say that it was erased`]
    return payload !== null && said
      ? [`event ${sequence} (${type}): the record says that it was erased, but its payload is there`]
      : []
  })
}

/** Problems with erasures that one person made alone: another must have asked for each before. */
function loneErasures(events: Export['events']): string[] {
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
    return askedByAnother
      ? []
      : [`event ${entry.sequence} (PayloadErased): no other person had asked for it, and it takes two`]
  })
}

function entryProblems(caseId: string, previous: Head, entry: Entry): string[] {
  const where = `event ${entry.sequence} (${entry.type})`
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
  if (entryHash(entry) !== entry.hash) problems.push(`${where} was changed: its hash is not the hash of what it says`)
  if (entry.previous !== previous.hash) problems.push(`${where} does not follow from the event before it`)
  return problems
}

function quotedProblems(entries: Entry[], quoted: QuotedHead): string[] {
  if (quoted.sequence === undefined)
    return entries.some(({ hash }) => hash === quoted.hash)
      ? []
      : ['no event has the quoted hash: the tail of the record was cut, or the chain was rewritten']
  const found = entries.find((entry) => entry.sequence === quoted.sequence)
  if (!found) return [`the quoted head is event ${quoted.sequence}, but the record ends before it: its tail was cut`]
  return found.hash === quoted.hash
    ? []
    : [`event ${quoted.sequence} is not the one that was quoted: the chain was rewritten`]
}

/** The state that a record leads to. @param look is shown each event but the first, and the state before it */
export function replay(
  { events }: Pick<Export, 'events'>,
  look: (before: CaseState, event: Recorded, sequence: number) => void = () => {},
): CaseState {
  let state: CaseState | undefined
  for (const { entry, payload } of events) {
    const event = { type: entry.type, data: payload?.data, at: entry.at, by: entry.by } as Recorded
    if (state) look(state, event, entry.sequence)
    state = evolve(state, event)
  }
  if (!state) throw new Error('the record is empty')
  return state
}
