import { drawOne } from '../panel-draw/lot.ts'
import { type SeedCommitment, seedCommitmentSchema } from '../panel-draw/seed.ts'
import { digest } from '../record/chain.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

const round = {
  /** Member by member. */
  votes: z.record(z.string(), z.string()),
  candidates: z.array(z.string()).min(1),
}

/** The panel chooses its chair: each member names one; most votes win; a tie is put once more, then decided by lot. */
export const chairSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('choosing'),
    round: z.int().min(1).max(2),
    /** Promised before anybody voted: a lot between those tied would use it. */
    seed: seedCommitmentSchema,
    ...round,
  }),
  z.object({
    status: z.literal('chosen'),
    person: z.string(),
    how: z.enum(['votes', 'lot']),
    at: instantSchema,
    last: z.object(round),
  }),
])
export type ChairChoice = z.infer<typeof chairSchema>
export type Choosing = Extract<ChairChoice, { status: 'choosing' }>

/** A lot that anybody can draw again from what the event says (`drawOne`). */
export interface ChairLot {
  /** In order. */
  candidates: string[]
  drawn: string
  seedCommitment: SeedCommitment
  seed: string
  /** The digest of the round, its candidates, and who voted for whom. */
  publicValue: string
}

export type ChairEvent =
  | { type: 'ChairVoteOpened'; data: { round: number; candidates: string[]; seed: SeedCommitment } }
  | { type: 'ChairVoteCast'; data: { round: number; person: string; candidate: string } }
  | { type: 'ChairChosen'; data: { person: string; votes: Record<string, number>; lot?: ChairLot } }

/** Votes by candidate, of those who are members now. */
export function chairVotes({ votes, candidates }: Choosing, members: readonly string[]): Record<string, number> {
  const counted = Object.fromEntries(candidates.map((candidate) => [candidate, 0]))
  for (const member of members) {
    const candidate = votes[member]
    if (candidate !== undefined && members.includes(candidate)) counted[candidate] = (counted[candidate] ?? 0) + 1
  }
  return counted
}

/**
 * The lot between those tied: it rests on the seed that was promised before anybody voted, and on who voted for whom. Nothing that
 * whoever runs the case can put on the record meanwhile changes it.
 *
 * @param seed 32 bytes in hex, the one that was promised
 */
export function chairLot(
  { seed: promised, round, candidates, votes }: Choosing,
  tied: string[],
  seed: string,
): ChairLot {
  const publicValue = digest({ round, candidates, votes })
  const lot = { candidates: [...tied].sort(), seedCommitment: promised, seed, publicValue }
  return { ...lot, drawn: drawOne(lot.candidates, seed, publicValue) }
}

/** Those with the most votes, in order; more than one is a tie. */
export function leading(votes: Record<string, number>): string[] {
  const most = Math.max(0, ...Object.values(votes))
  return Object.entries(votes)
    .filter(([, count]) => count === most && most > 0)
    .map(([candidate]) => candidate)
    .sort()
}
