import type { CaseState } from '../case/case.ts'
import { isGround } from '../case/retention.ts'
import { type ScoreSheet, sheetKey } from '../evaluation/evaluation.ts'
import { waitNames } from '../wait/wait.ts'

/** What stands where something was erased. */
export const ERASED = '[erased]'

/** What was judged, and what was told of it: only what an award rests on is repeated in it (requirements §7). */
const judged = ['compliance', 'evaluation', 'scoreSheets', 'decision', 'letters'] as const satisfies (keyof CaseState)[]

/** An event of the case that is erased; nothing is left of one whose payload was erased before. */
export interface Erased {
  type: string
  data?: unknown
}

/**
 * A state without what an event said (requirements §8): every text of its payload is replaced wherever the state repeats
 * it, and so is a declaration of interests. Identifiers, numbers and dates stay: they are what the record rests on. A
 * text is anything of more than one word. Parts that say nothing of it are the same objects as before.
 *
 * What was judged stands: a score’s reasons are not lost because somebody else said the same words somewhere else, and a
 * sheet only loses its own.
 */
export function withoutWhatWasSaid(state: CaseState, { type, data }: Erased): CaseState {
  const texts = new Set(textsIn(data))
  const whole = replaced(state, texts) as CaseState
  const stands = isGround(type)
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
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, isCode(key, inner) ? inner : replaced(inner, texts)] as const,
  )
  if (entries.every(([key, inner]) => inner === (value as Record<string, unknown>)[key])) return value
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
