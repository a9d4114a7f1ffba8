import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/**
 * A vote of the panel (requirements §7): one practice representative, one vote; reasons are given; abstentions are
 * recorded; a conflicted member neither votes nor counts. Each noun that is voted on keeps its own vote.
 */
export const matters = ['appraisal', 'specification', 'award'] as const
export type Matter = (typeof matters)[number]

/** May be chosen in every vote; it counts towards the quorum and for no option. */
export const ABSTAIN = 'abstain'

export const ballotSchema = z.object({ option: z.string(), reasons: z.string(), at: instantSchema })

/** Votes by option (every option is named, with 0 where nobody chose it). */
export const tallySchema = z.object({
  votes: z.record(z.string(), z.int().min(0)),
  abstentions: z.int().min(0),
  /** Members who could vote when the round was counted. */
  members: z.int().min(0),
})
export type Tally = z.infer<typeof tallySchema>

/** By person. */
const ballots = z.record(z.string(), ballotSchema)

export const roundSchema = z.object({ ballots, tally: tallySchema, countedAt: instantSchema })

export const resultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('carried'), option: z.string() }),
  z.object({ kind: z.literal('not carried') }),
])
export type Result = z.infer<typeof resultSchema>

const common = {
  /** What can be voted for, besides abstaining. */
  options: z.array(z.string()).min(2),
  /** What exactly is voted on where that changes, such as the version of the specification. */
  on: z.string().optional(),
  /** Rounds that have been counted. */
  rounds: z.array(roundSchema).max(2),
}

export const voteSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open'), ...common, round: z.int().min(1).max(2), ballots }),
  z.object({ status: z.literal('closed'), ...common, result: resultSchema }),
])
export type Vote = z.infer<typeof voteSchema>
export type OpenVote = Extract<Vote, { status: 'open' }>

export type VoteEvent =
  | { type: 'VoteOpened'; data: { matter: Matter; options: string[]; on?: string } }
  | { type: 'BallotCast'; data: { matter: Matter; round: number; person: string; option: string; reasons: string } }
  /** Without a result the round was tied: the vote is put once more. */
  | { type: 'VoteCounted'; data: { matter: Matter; round: number; tally: Tally; result?: Result } }

/** Members who have yet to vote in the open round. */
export const yetToVote = (vote: OpenVote, members: readonly string[]): string[] =>
  members.filter((member) => !vote.ballots[member])

/** The reasons given in the last round that was counted, by option, in the order of the options. */
export function reasonsGiven(vote: Vote): { option: string; reasons: string }[] {
  const given = Object.values(vote.rounds.at(-1)?.ballots ?? {})
  return [...vote.options, ABSTAIN].flatMap((option) =>
    given.filter((ballot) => ballot.option === option).map(({ reasons }) => ({ option, reasons })),
  )
}
