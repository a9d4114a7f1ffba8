import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

export const challengeFindings = ['upheld', 'not upheld'] as const

/** A practice's challenge of how a case is run (requirements §2), with its answer. */
export const challengeSchema = z.object({
  id: z.int().min(1),
  practiceId: z.string(),
  text: z.string(),
  at: instantSchema,
  dueAt: instantSchema,
  /** Present once the deadline passed: then the approver may answer it too, and it is chased. */
  escalatedAt: instantSchema.optional(),
  chaseAt: instantSchema.optional(),
  answer: z
    .object({ finding: z.enum(challengeFindings), reasons: z.string(), by: z.string(), at: instantSchema })
    .optional(),
})
export type Challenge = z.infer<typeof challengeSchema>
export const challengesSchema = z.array(challengeSchema)

export type ChallengeEvent =
  | { type: 'ChallengeMade'; data: { id: number; practiceId: string; text: string; dueAt: string } }
  | {
      type: 'ChallengeAnswered'
      data: { id: number; finding: (typeof challengeFindings)[number]; reasons: string; by: string }
    }
  /** Nobody has answered in time, or still not: the secretariat and the approver are told. */
  | { type: 'ChallengeEscalated'; data: { id: number; chaseAt: string } }

export const unansweredChallenges = (challenges: readonly Challenge[] = []): Challenge[] =>
  challenges.filter(({ answer }) => !answer)

/** What waits for an answer: how many, since when, and by when the first of them is to be answered. */
export interface ChallengesDue {
  count: number
  since: string
  dueAt: string
  /** Present once one was not answered in time: then it waits for the approver, too. */
  escalatedAt?: string
}

export function challengesDue(challenges: readonly Challenge[] = []): ChallengesDue | undefined {
  const [first, ...others] = unansweredChallenges(challenges).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  if (!first) return undefined
  const { at: since, dueAt, escalatedAt } = first
  return { count: others.length + 1, since, dueAt, ...(escalatedAt !== undefined && { escalatedAt }) }
}

/** When an unanswered challenge next asks for attention. */
const attentionOf = ({ dueAt, chaseAt }: Challenge): string => chaseAt ?? dueAt

/** When the workflow has to look at the challenges, whatever else it waits for. */
export const challengeAttentionAt = (challenges: readonly Challenge[] = []): string | undefined =>
  unansweredChallenges(challenges).map(attentionOf).sort()[0]

export const overdueChallenges = (challenges: readonly Challenge[] = [], at: string): Challenge[] =>
  unansweredChallenges(challenges).filter((one) => attentionOf(one) <= at)
