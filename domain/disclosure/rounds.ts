import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import type { Export } from '../record/export.ts'
import { type Left, replayLeft } from '../record/left.ts'

/** One time that the case was tendered, by what its record says of it. */
export interface Round {
  /** From 1: each entry into the stage is a tender of its own. */
  number: number
  /** It came to compliance and scores; where it did not, what the case knows of them is of a round before. */
  evaluated: boolean
  /** It came to the panel's decision; the same. */
  decided: boolean
  /** The number of the event with which the case went back, or was tendered again; absent while the round stands. */
  endedBy?: number
}

type Entered = Extract<CaseEvent, { type: 'StageEntered' }>['data']

/** Every round of a case, oldest first. What was erased of a stage's beginning tells nothing of any. */
export function roundsIn(events: Export['events']): Round[] {
  const rounds: Round[] = []
  for (const { entry, payload } of events) {
    if (entry.type !== 'StageEntered' || !payload) continue
    const { stage } = payload.data as Entered
    const last = rounds.at(-1)
    if (last && stage === 'evaluation') last.evaluated = true
    else if (last && stage === 'decision') last.decided = true
    else if (last && stage !== 'after-award') last.endedBy ??= entry.sequence
    if (stage === 'tender') rounds.push({ number: rounds.length + 1, evaluated: false, decided: false })
  }
  return rounds
}

/** The folder of a round that is over. */
export const folderOf = ({ number }: Pick<Round, 'number'>): string => `round-${number}/`

/** The case as it was when a round ended, as far as its record makes it. */
export function asItEnded({ caseId, events }: Export, { endedBy }: Round): { theCase: Case; resting: Left['resting'] } {
  const until = events.filter(({ entry }) => endedBy !== undefined && entry.sequence < endedBy)
  const { state, resting } = replayLeft({ events: until })
  const { sequence, hash } = until.at(-1)?.entry ?? { sequence: 0, hash: '' }
  return { theCase: { ...(state as Case), id: caseId, head: { sequence, hash } }, resting }
}
