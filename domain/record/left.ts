import type { CaseState } from '../case/case.ts'
import type { Recorded } from '../case/event.ts'
import { evolveNoun, nouns } from '../case/evolve.ts'
import type { Entry } from './chain.ts'
import type { Export } from './export.ts'

type Noun = keyof CaseState

export interface Left {
  /** The nouns that the record still makes, whatever the erased events said. */
  state: Partial<CaseState>
  /** The others: they rest, or may rest, on what was erased. */
  resting: ReadonlySet<Noun>
}

/**
 * What a record still makes of which something was erased. A noun rests on an erased event if it would look at what the event
 * said, or changes because it happened: so nothing that the event could have said makes any difference to the other nouns.
 */
export function replayLeft(
  { events }: Pick<Export, 'events'>,
  /** Is shown each event that was not erased, and what was left before it. */
  look: (before: Left, event: Recorded, sequence: number) => void = () => {},
): Left {
  const resting = new Set<Noun>()
  let state: Partial<CaseState> = {}
  for (const { entry, payload } of events) {
    const standing = nouns.filter((noun) => !resting.has(noun))
    const after: Partial<CaseState> = {}
    if (payload === null) {
      for (const noun of standing) if (concerns(noun, state, entry)) resting.add(noun)
      // The evaluation goes by compliance, too, and the decision by compliance and panel (domain/case/evolve.ts).
      if (resting.has('compliance')) resting.add('evaluation')
      if (resting.has('compliance') || resting.has('panel')) resting.add('decision')
      continue
    }
    const event = { type: entry.type, data: payload.data, at: entry.at, by: entry.by } as Recorded
    look({ state, resting }, event, entry.sequence)
    for (const noun of standing) evolveNoun(noun, state, event, after)
    state = after
  }
  for (const noun of resting) delete state[noun]
  return { state, resting }
}

/** The nouns that a check needs, whole; undefined where one of them rests on what was erased. */
export const leftOf = ({ state, resting }: Left, needed: readonly Noun[]): CaseState | undefined =>
  needed.some((noun) => resting.has(noun)) ? undefined : (state as CaseState)

const erased = Symbol('erased')

/** Whether an event whose data is erased changed a noun: evolving it either asks for the data, or tells. */
function concerns(noun: Noun, before: Partial<CaseState>, { type, at, by }: Entry): boolean {
  const event = {
    ...{ type, at, by },
    get data(): never {
      throw erased
    },
  }
  const after: Partial<CaseState> = {}
  try {
    evolveNoun(noun, before, event as unknown as Recorded, after)
    return after[noun] !== before[noun]
  } catch (why) {
    if (why !== erased) throw why
    return true
  }
}
