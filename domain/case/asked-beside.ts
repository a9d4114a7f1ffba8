import { type ChallengesDue, challengesDue } from '../challenge/challenge.ts'
import { type FlagsDue, flagsDue } from '../conflict/chase.ts'
import type { Case } from './case.ts'
import { agreeToErasures, type ErasuresDue, erasuresDue } from './erasure.ts'
import type { Party } from './party.ts'

/** What is asked of somebody in a case beside what its workflows wait for, by when, and of whom. */
export type AskedBeside = { who: readonly Party[] } & (
  | { name: 'flags'; due: FlagsDue }
  | { name: 'challenges'; due: ChallengesDue }
  | { name: 'erasures'; due: ErasuresDue }
)

/** Flags that came up in the midst of a stage, challenges and erasures: none of them is a wait, and each has its time. */
export function askedBeside(theCase: Case): AskedBeside[] {
  const { life } = theCase
  const flags = flagsDue(theCase)
  const challenges = challengesDue(theCase.challenges)
  const erasures = erasuresDue(theCase)
  // Whoever is asked to rule for the stage does it on the same page.
  const ruling = life.status === 'open' && life.wait?.name === 'adjudication'
  const approver: Party[] = challenges?.escalatedAt ? [{ kind: 'approver' }] : []
  return [
    ...(flags && !ruling ? [{ name: 'flags' as const, due: flags, who: [secretariat] }] : []),
    ...(challenges ? [{ name: 'challenges' as const, due: challenges, who: [secretariat, ...approver] }] : []),
    ...(erasures ? [{ name: 'erasures' as const, due: erasures, who: agreeToErasures }] : []),
  ]
}

const secretariat: Party = { kind: 'programme-manager' }
