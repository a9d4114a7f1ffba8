import type { CaseState } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { type ScoreSheet, sheetKey } from '../evaluation/evaluation.ts'
import { waitNames } from '../wait/wait.ts'
import type { Export } from './export.ts'
import { replayLeft } from './left.ts'

/** What stands where something was erased. */
export const ERASED = '[erased]'

/** What was judged, and what was told of it: only what an award rests on is repeated in it (requirements §7). */
const judged = ['compliance', 'evaluation', 'scoreSheets', 'decision', 'letters'] as const satisfies (keyof CaseState)[]

/** Events whose words are also taken out of what was judged: they are of the result themselves. */
const ofTheResult: ReadonlySet<string> = new Set<CaseEvent['type']>([
  'TenderPublished',
  'TenderChanged',
  'TenderSubmitted',
  'TenderReconfirmed',
  'TenderWithdrawn',
  'TenderClosed',
  'TendersOpened',
  'FewTendersDecided',
  'BiddersChecked',
  'ComplianceQuestioned',
  'ComplianceRaised',
  'ComplianceRuled',
  'MissingDocumentAsked',
  'MissingDocumentSupplied',
  'ComplianceChecked',
  'ScoringOpened',
  'ScoresSubmitted',
  'ScoringClosed',
  'ModerationMeetingHeld',
  'CriterionModerated',
  'CriterionNotAgreed',
  'ModerationConcluded',
  'ModerationClosed',
  'PricesOpened',
  'PricesQuestioned',
  'PricesQueried',
  'PriceExplained',
  'PriceJudged',
  'TendersRanked',
  'VoteOpened',
  'BallotCast',
  'VoteCounted',
  'RecommendationMade',
  'RecommendationConfirmed',
  'RecommendationRejected',
  'LetterWritten',
  'OutcomeAnnounced',
  'NoticePublished',
  'RepresentationMade',
  'RepresentationAnswered',
  'AwardMade',
  'PeopleTold',
  'ProvidersTold',
])

/** An event of the case that is erased; nothing is left of one whose payload was erased before. */
export interface Erased {
  sequence: number
  type: string
  data?: unknown
}

/**
 * A state without what an event said (requirements §8): every text of its payload is replaced wherever the state repeats
 * it, and so is a declaration of interests. Identifiers, numbers and dates stay: they are what the record rests on. A
 * text is anything of more than one word. Parts that say nothing of it are the same objects as before.
 *
 * What another event says, too, stands where that said it: the record is played once with the event's words and once without them,
 * and only where that makes a difference are they this event's. Of a part that rests on something erased before, that cannot be known:
 * there they go wherever they stand, since what was to be erased must be gone.
 *
 * What was judged stands: a score’s reasons are not lost because somebody else said the same words somewhere else, and a
 * sheet only loses its own.
 */
export function withoutWhatWasSaid(
  state: CaseState,
  { sequence, type, data }: Erased,
  events: Export['events'] = [],
): CaseState {
  const texts = new Set(textsIn(data))
  const others = events.filter(({ entry }) => entry.sequence !== sequence && 'person' in entry.by)
  const alsoSaid = new Set(others.flatMap(({ payload }) => textsIn(payload?.data)))
  const alone = new Set([...texts].filter((text) => !alsoSaid.has(text)))
  const shared = new Set([...texts].filter((text) => alsoSaid.has(text)))
  const whole = withoutShared(replaced(state, alone) as CaseState, shared, sequence, events)
  const stands = ofTheResult.has(type)
    ? {}
    : Object.fromEntries(judged.flatMap((noun) => (state[noun] ? [[noun, state[noun]]] : [])))
  const { scoreSheets: before } = state
  const own = type === 'ScoresSubmitted' ? sheetKey(data as ScoreSheet) : undefined
  const scoreSheets =
    before &&
    Object.fromEntries(
      Object.entries(before).map(([key, sheet]) => [key, key === own ? (replaced(sheet, texts) as ScoreSheet) : sheet]),
    )
  const erased: CaseState = { ...whole, ...stands, ...(scoreSheets && { scoreSheets }) }
  const person = personWhoDeclared(data)
  const nominee = person === undefined ? undefined : erased.nomination?.nominees[person]
  if (!erased.nomination || person === undefined || nominee?.status !== 'accepted') return erased
  const declaration = { kind: 'erased' as const }
  const nominees = { ...erased.nomination.nominees, [person]: { ...nominee, declaration } }
  return { ...erased, nomination: { ...erased.nomination, nominees } }
}

/** Without what others say, too, where this event said it. */
function withoutShared(
  state: CaseState,
  shared: ReadonlySet<string>,
  sequence: number,
  events: Export['events'],
): CaseState {
  if (shared.size === 0) return state
  const unsaid = events.map((event) =>
    event.entry.sequence === sequence && event.payload
      ? { ...event, payload: { ...event.payload, data: replaced(event.payload.data, shared) } }
      : event,
  )
  const [before, after] = [replayLeft({ events }), replayLeft({ events: unsaid })]
  const parts = Object.entries(state).map(([noun, value]) => {
    const key = noun as keyof CaseState
    if (before.resting.has(key) || after.resting.has(key)) return [noun, replaced(value, shared)]
    return [noun, replacedWhere(value, before.state[key], after.state[key], shared)]
  })
  return Object.fromEntries(parts) as CaseState
}

/** Replaces texts only where two states differ from each other. */
function replacedWhere(value: unknown, before: unknown, after: unknown, texts: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return before === after ? value : replaced(value, texts)
  if (typeof value !== 'object' || value === null) return value
  const at = (whole: unknown, key: string) => (whole as Record<string, unknown> | null | undefined)?.[key]
  return changed(value, (key, inner) => replacedWhere(inner, at(before, key), at(after, key), texts))
}

function personWhoDeclared(data: unknown): string | undefined {
  const said = data as { person?: unknown; declaration?: unknown } | null
  return typeof said?.person === 'string' && said.declaration ? said.person : undefined
}

/** Fields that hold one of a few words with a meaning of their own, never what somebody said. */
const codes = new Set(
  'kind status outcome option unit wait occasion result as type basis how settledBy stage to decision format method'.split(
    ' ',
  ),
)
const isCode = (key: string, value: unknown) =>
  typeof value === 'string' && (codes.has(key) || (waitNames as readonly string[]).includes(value))

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n')].filter((text) => /\S\s+\S/.test(text))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (isCode(key, inner) ? [] : textsIn(inner)))
}

function replaced(value: unknown, texts: ReadonlySet<string>): unknown {
  if (typeof value === 'string') {
    if (texts.has(value)) return ERASED
    // What several people said may stand together, a line each.
    const lines = value.split('\n')
    return lines.some((line) => texts.has(line))
      ? lines.map((line) => (texts.has(line) ? ERASED : line)).join('\n')
      : value
  }
  if (typeof value !== 'object' || value === null) return value
  return changed(value, (key, inner) => (isCode(key, inner) ? inner : replaced(inner, texts)))
}

/** The same object when nothing in it has changed. */
function changed(value: object, change: (key: string, inner: unknown) => unknown): unknown {
  const entries = Object.entries(value).map(([key, inner]) => [key, change(key, inner)] as const)
  if (entries.every(([key, inner]) => inner === (value as Record<string, unknown>)[key])) return value
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
