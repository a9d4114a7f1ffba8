import { bases } from '../evaluation/basis.ts'
import { suppliedDocumentSchema } from '../tender/document.ts'
import { instantSchema } from '../time/instant.ts'
import { voteSchema } from '../vote/vote.ts'
import * as z from '../zod.ts'
import { groundsSchema } from './grounds.ts'

/** What the panel can choose (requirements §7): to award only to the tender that comes first by the scores that stand (§4). */
export const choices = ['award', 'no award', 're-tender'] as const

export const recommendationSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('award'), organisationId: z.string() }),
  z.object({ outcome: z.literal('no award') }),
  z.object({ outcome: z.literal('re-tender') }),
])
export type Recommendation = z.infer<typeof recommendationSchema>

export const standstillSchema = z.object({
  citation: z.string(),
  publishedOn: z.iso.date(),
  begins: z.iso.date(),
  ends: instantSchema,
})
type StandstillTold = z.infer<typeof standstillSchema>

/** The notice of the intended award, as it was published here with the announcement: it stays, whatever becomes of the award. */
const noticeSchema = z.object({
  organisationId: z.string(),
  pence: z.int().optional(),
  grounds: groundsSchema.optional(),
  /** The head of the record it was made from. */
  head: z.object({ hash: z.string() }),
})

/** That the notice was published on the national platform, and with what consequence (decision 35). */
const publishedSchema = z.object({
  /** In London. */
  on: z.iso.date(),
  /** Its number there. */
  reference: z.string(),
  /** The standstill that the later of the two publications begins, where that is this one. */
  standstill: standstillSchema.optional(),
  at: instantSchema,
})

/** How one reaches the secretariat that is not made in the portal. */
export const representationWays = ['email', 'letter', 'by hand', 'another way'] as const

/** What the panel answers: during the standstill, that the award stands or that it votes again; afterwards, whether it should have been made. */
export const furtherDecisions = ['stands', 'reopened', 'should not stand'] as const

/** An objection that was received during the standstill, with the panel's further decision on it. */
const representationSchema = z.object({
  id: z.int().min(1),
  /** Of the bidder who made it in the portal. */
  organisationId: z.string().optional(),
  /** Of one that was received otherwise: who made it, as the secretariat recorded it, and when it was received. */
  from: z.string().optional(),
  receivedAt: instantSchema.optional(),
  way: z.enum(representationWays).optional(),
  /** It came in time and was recorded when the contract had been awarded, which should have waited for it (decision 35). */
  afterAward: z.boolean().optional(),
  /** When those who must act on that are told again, until it is answered. */
  chaseAt: instantSchema.optional(),
  /** When they were told again last. */
  chasedAt: instantSchema.optional(),
  text: z.string(),
  /** What came with it, for those who consider it: never public. */
  documents: z.array(suppliedDocumentSchema).optional(),
  at: instantSchema,
  answer: z
    .object({
      decision: z.enum(furtherDecisions),
      /** Where it was answered together with another, they stand with that one's answer (`answered`). */
      reasons: z.string(),
      with: z.int().optional(),
      /** The members who considered it; absent where an exclusion reopened the decision. */
      present: z.array(z.string()).optional(),
      at: instantSchema,
    })
    .optional(),
})
export type Representation = z.infer<typeof representationSchema>

/**
 * A decision that was announced and no longer stands: the panel reopened it, the case was sent back, or it was withdrawn.
 * Its letters stay to be read, as what they are.
 */
const supersededSchema = z.object({
  sitting: z.int().min(1),
  recommendation: recommendationSchema,
  announcedAt: instantSchema,
  standstill: standstillSchema,
  notice: noticeSchema.optional(),
  published: publishedSchema.optional(),
  representations: z.array(representationSchema),
  reason: z.string(),
  at: instantSchema,
})
export type Superseded = z.infer<typeof supersededSchema>

/** What brings a decision back to the panel. */
export const returnedBy = ['approver', 'panel', 'exclusion'] as const

const common = {
  /** Each time the panel votes on the award has a number. */
  sitting: z.int().min(0),
  /** What came back to the panel, and why: the approver's rejections, the panel's own further decisions, members' exclusions. */
  returned: z.array(z.object({ by: z.enum(returnedBy), reasons: z.string(), at: instantSchema })),
  superseded: z.array(supersededSchema).default([]),
  /** Approvers who have confirmed or rejected what the panel decided, as long as that counts. */
  answeredBy: z.array(z.string()).optional(),
}
const voted = {
  ...common,
  vote: voteSchema,
  recommendation: recommendationSchema,
  /** The reasons the members gave with their votes. */
  reasons: z.array(z.string()),
}
const confirmed = {
  ...voted,
  confirmation: z.object({ reasons: z.string(), at: instantSchema }),
  /** Bidders whose letter is written. */
  letters: z.array(z.string()),
}
const announced = {
  ...confirmed,
  announcedAt: instantSchema,
  /** As it was announced: the letters say it. */
  standstill: standstillSchema.optional(),
  notice: noticeSchema.optional(),
  published: publishedSchema.optional(),
  representations: z.array(representationSchema),
}

export const decisionSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('due'), ...common }),
  z.object({ status: z.literal('voting'), ...common, vote: voteSchema }),
  z.object({ status: z.literal('recommended'), ...voted }),
  z.object({ status: z.literal('confirmed'), ...confirmed }),
  z.object({ status: z.literal('standstill'), ...announced, standstill: standstillSchema }),
  z.object({ status: z.literal('awarded'), ...announced, standstill: standstillSchema, awardedAt: instantSchema }),
  z.object({ status: z.literal('not awarded'), ...announced }),
  /** The case left the stage, or ended, while an announced decision stood. */
  z.object({ status: z.literal('void'), ...common }),
])
export type Decision = z.infer<typeof decisionSchema>
export type DecisionIn<S extends Decision['status']> = Extract<Decision, { status: S }>
export type Announced = DecisionIn<'standstill' | 'awarded' | 'not awarded'>

export type DecisionEvent =
  | { type: 'RecommendationMade'; data: { sitting: number; recommendation: Recommendation; reasons: string[] } }
  | { type: 'RecommendationConfirmed'; data: { sitting: number; reasons: string } }
  | { type: 'RecommendationRejected'; data: { sitting: number; reasons: string } }
  | { type: 'LetterWritten'; data: { sitting: number; organisationId: string; letter: Letter } }
  | {
      type: 'OutcomeAnnounced'
      data: { sitting: number; standstill?: StandstillTold; notice?: z.infer<typeof noticeSchema> }
    }
  /** The secretariat records when and under which number the notice was published on the national platform. */
  | { type: 'NoticePublished'; data: Omit<z.infer<typeof publishedSchema>, 'at'> & { sitting: number } }
  /** By a bidder in the portal; or recorded by the secretariat, who received it otherwise. */
  | {
      type: 'RepresentationMade'
      data: Pick<
        Representation,
        'id' | 'organisationId' | 'from' | 'receivedAt' | 'way' | 'text' | 'documents' | 'afterAward' | 'chaseAt'
      >
    }
  /** Nobody has answered one that was recorded after the award: whoever must act on it is told again. */
  | { type: 'RepresentationChased'; data: { id: number; chaseAt: string } }
  /**
   * @param also representations that were open too, and are answered with it: the panel decides anew on them all
   * @param insteadOf the chair, where another member answered because it was overdue
   */
  | {
      type: 'RepresentationAnswered'
      data: {
        id: number
        decision: (typeof furtherDecisions)[number]
        reasons: string
        present: string[]
        also?: number[]
        insteadOf?: string
      }
    }
  | { type: 'AwardMade'; data: { sitting: number; organisationId: string } }

/** The standstill as it counts: from the later of the two publications of its notice (decision 35). */
export const standstillNow = ({
  standstill,
  published,
}: {
  standstill: StandstillTold
  published?: { standstill?: StandstillTold | undefined } | undefined
}): StandstillTold => published?.standstill ?? standstill

/** The bidders have been told. */
export const isAnnounced = (decision: Decision | undefined): decision is Announced =>
  decision !== undefined && 'announcedAt' in decision

/** In characters: a representation, and the panel's further decision on it, say what they have to (SI 2023/1348, reg. 12). */
export const MOST_REPRESENTED = 20_000
/** With one representation. */
export const MOST_REPRESENTED_DOCUMENTS = 5

export const unansweredRepresentations = (decision: Decision | undefined): Representation[] =>
  decision && 'representations' in decision ? decision.representations.filter(({ answer }) => !answer) : []

/** With what the panel agreed where its members' scores were far apart, or why the median stands, whatever was corrected of it included. */
const markSchema = z.object({
  criterionId: z.string(),
  title: z.string(),
  weight: z.string(),
  score: z.string(),
  points: z.string(),
})

/** What one bidder is told, assembled from the record before anything is announced (requirements §7). */
export const letterSchema = z.object({
  organisationId: z.string(),
  /** Of the bidder and of the successful one, as the register had them when the letter was written. */
  names: z.record(z.string(), z.string()).default({}),
  /** What it is about and from whom: the case, the company that runs the panel, and when was decided what. */
  reference: z
    .object({ caseId: z.string(), from: z.string().optional(), decidedAt: instantSchema, confirmedAt: instantSchema })
    .optional(),
  outcome: z.enum(['awarded to you', 'awarded to another', 'not awarded']),
  winner: z.string().optional(),
  /** The head of the record that this letter was assembled from; without its number, which would tell how much others did. */
  head: z.object({ hash: z.string() }),
  /** Why the tender was not scored, if it was not. */
  notCompliant: z.array(z.string()),
  place: z.int().optional(),
  placed: z.int(),
  own: z
    .object({
      criteria: z.array(
        markSchema.extend({
          basis: z.enum(bases),
          agreed: z.array(z.string()).default([]),
          reasons: z.array(z.string()),
          belowMinimum: z.boolean(),
        }),
      ),
      quality: z.string(),
      price: z.object({ pence: z.int(), points: z.string() }).optional(),
      total: z.string(),
    })
    .optional(),
  winners: z
    .object({
      criteria: z.array(
        // Why it scored so (SI 2024/692, reg. 31).
        markSchema.extend({
          basis: z.enum(bases).optional(),
          agreed: z.array(z.string()).optional(),
          reasons: z.array(z.string()).optional(),
          withheld: z.boolean().optional(),
        }),
      ),
      quality: z.string(),
      pricePoints: z.string(),
      total: z.string(),
    })
    .optional(),
  /** By what rule the successful tender comes first, where the two have equal totals. */
  tie: z.string().optional(),
  wouldHaveScoredMore: z.array(z.string()),
  /** That scores were set aside since the ranking, where they were, and how it was made with them (requirements §4). */
  withoutExcluded: z.array(z.string()).default([]),
  /** Why the panel decided as it did. */
  reasons: z.array(z.string()),
})
export type Letter = z.infer<typeof letterSchema>

export const letterKey = (sitting: number, organisationId: string): string => `${sitting}#${organisationId}`
