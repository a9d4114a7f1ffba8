import type { CaseState } from '../case/case.ts'
import type { Recorded } from '../case/event.ts'
import { evolve } from '../case/evolve.ts'
import { registerRules } from '../conflict/verify-checks.ts'
import { drawProblems } from '../panel-draw/verify-record.ts'
import type { RegisterPast } from '../register/past.ts'
import type { Head, QuotedHead } from './chain.ts'
import { inOrder } from './event-named.ts'
import { type Export, exportSchema } from './export.ts'
import { problemsHeld, rules } from './held.ts'
import { chainProblems, loneErasures, timeProblems } from './verify-chain.ts'

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

/**
 * Verifies an export offline: the chain, every payload, the head, that the events make a case, and that each of them could happen
 * after those before it (`docs/checking.md`).
 *
 * @param quoted a head somebody kept
 * @param register what the register held at any time: then every check for conflicts is made again
 */
export function verifyExport(input: unknown, quoted?: QuotedHead, register?: RegisterPast): Verification {
  const parsed = exportSchema.safeParse(input)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `it is not written as a record is, at ${issue.path.join('.') || 'its beginning'}: ${issue.message}`,
    )
    return { problems, events: 0, erased: [] }
  }
  const { caseId, head, events } = parsed.data
  const erased = events.filter(({ payload }) => payload === null).map(({ entry }) => entry.sequence)
  const common = { events: events.length, erased, head }
  const problems = chainProblems({ caseId, head, events }, quoted)
  if (problems.length > 0) return { problems, ...common }
  try {
    const draws = drawProblems(events)
    const state = erased.length > 0 ? undefined : replay(parsed.data)
    const held = problemsHeld(parsed.data, register ? [...rules, ...registerRules(register)] : rules)
    const found = inOrder([...loneErasures(events), ...timeProblems(events), ...draws.problems, ...held.problems])
    return {
      ...{ problems: found, ...common },
      ...(erased.length > 0 && { unchecked: inOrder([...draws.unchecked, ...held.unchecked]) }),
      ...(found.length === 0 && state && { state }),
    }
  } catch (error) {
    return { problems: [`the events do not go together as those of a case do: ${(error as Error).message}`], ...common }
  }
}

/** The state that a record leads to. */
export function replay({ events }: Pick<Export, 'events'>): CaseState {
  let state: CaseState | undefined
  for (const { entry, payload } of events)
    state = evolve(state, { type: entry.type, data: payload?.data, at: entry.at, by: entry.by } as Recorded)
  if (!state) throw new Error('the record is empty')
  return state
}
