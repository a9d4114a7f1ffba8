import type { Case } from '../../../domain/case/case.ts'
import { decideOnFewTenders } from '../../../domain/tender/few-tenders.ts'
import { CHAIR, members, START } from '../case-in.ts'
import { opened, tendered } from '../evaluation/scored.ts'
import { following } from '../story.ts'

/** A case that has just entered decision with these bidders, fewer than two: the panel would not go on, and nothing was scored. */
export function withFewTenders(...bidders: string[]): Case {
  const { evaluation: _, ...one } = tendered(Object.fromEntries(bidders.map((bidder) => [bidder, opened()])))
  const theCase: Case = { ...one, life: { ...one.life, stage: 'tender' } as Case['life'] }
  const choice = { choice: 'no award', reasons: 'One is too few.', present: members, person: CHAIR } as const
  const chosen = following(theCase, decideOnFewTenders(theCase, choice), START)
  return following(chosen, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)
}

export const withOneTender = (): Case => withFewTenders('harbour')
