import { hashSchema } from '../record/chain.ts'
import { fitsOneItem } from '../size.ts'
import { faultSchema, openedDocumentSchema } from '../tender/document.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import { exactSchema } from './exact.ts'
import { type LowPriceEvent, lowPriceSchema } from './low-price.ts'
import { HIGHEST_SCORE, rankedSchema } from './rank.ts'

export const enteredScore = z
  .int('Choose a score from 0 to 5')
  .min(0, 'Choose a score from 0 to 5')
  .max(HIGHEST_SCORE, 'Choose a score from 0 to 5')

/** A member's judgement of one tender on one criterion. */
export const givenScoreSchema = z.strictObject({
  score: enteredScore,
  rationale: z
    .string()
    .trim()
    .min(1, 'Give the reasons for this score')
    .max(2_000, 'Shorten the reasons to 2,000 characters'),
})

/** The reasons for as many criteria as there can be, each as long as it may be, are kept: as a draft, and so as what is submitted. */
export const tooLong = 'All reasons together are longer than can be kept. Shorten some of them'

/** By criterion. */
export const givenScoresSchema = z.record(z.string().max(41), givenScoreSchema).refine(fitsOneItem, tooLong)
export type GivenScores = z.infer<typeof givenScoresSchema>

/** One member's scores of one tender: submitted once, and kept for good. */
export const scoreSheetSchema = z.object({
  round: z.int().min(1),
  member: z.string(),
  organisationId: z.string(),
  scores: givenScoresSchema,
  submittedAt: instantSchema,
})
export type ScoreSheet = z.infer<typeof scoreSheetSchema>

/** The key of a sheet among the case's score sheets. */
export const sheetKey = ({
  round,
  organisationId,
  member,
}: Pick<ScoreSheet, 'round' | 'organisationId' | 'member'>): string => `${round}#${organisationId}#${member}`

/** One criterion of one tender. */
const matter = { organisationId: z.string(), criterionId: z.string() }
export const matterSchema = z.object(matter)
export type Matter = z.infer<typeof matterSchema>

export const isMatter =
  (one: Matter) =>
  (other: Matter): boolean =>
    one.organisationId === other.organisationId && one.criterionId === other.criterionId

/** What spread too far when the scoring closed, and who gave what on it. */
export const toModerateSchema = z.object({
  ...matter,
  lowest: z.int(),
  highest: z.int(),
  given: z.record(z.string(), z.int()),
})
export type ToModerate = z.infer<typeof toModerateSchema>

/** A meeting of the panel that moderates: who was there, and what was discussed in what order. */
export const meetingSchema = z.object({
  number: z.int().min(1),
  heldOn: z.iso.date(),
  /** The planned meeting that it was. */
  planned: z.int().min(1).optional(),
  present: z.array(z.string()),
  agenda: z.array(matterSchema),
  recordedAt: instantSchema,
})
export type Meeting = z.infer<typeof meetingSchema>

const discussion = {
  ...matter,
  /** The number of the meeting that it was discussed in. */
  meeting: z.int().min(1),
  reason: z.string(),
  /** The members who took part in this discussion. */
  present: z.array(z.string()),
  /** Why what was recorded before is corrected. */
  correction: z.string().optional(),
  at: instantSchema,
}
const score = z.int().min(0).max(HIGHEST_SCORE)

/** What was recorded of the same discussion before it was corrected, oldest first; no score where there was no agreement. */
const corrected = z.array(z.object({ ...discussion, score: score.optional() })).optional()

/** What the panel agreed; what each member had given stays as it is, and the difference is shown. */
export const moderatedSchema = z.object({ ...discussion, score, corrected })
export type Moderated = z.infer<typeof moderatedSchema>

/** The panel discussed it, and did not agree: the median stands. */
export const notAgreedSchema = z.object({ ...discussion, corrected })
export type NotAgreed = z.infer<typeof notAgreedSchema>

const medianSchema = z.object({ ...matter, median: exactSchema })

/** Why a tender is out of the evaluation; none when it complies. */
export const findingSchema = z.object({ organisationId: z.string(), reasons: z.array(z.string()) })
export type Finding = z.infer<typeof findingSchema>

const priceSchema = z.union([
  z.object({
    organisationId: z.string(),
    pence: z.int().min(1),
    /** What came to light in the documents of the price envelope. */
    documents: z.array(openedDocumentSchema).optional(),
    /** The bidder's number for the lot (lot.ts). */
    number: hashSchema,
  }),
  z.object({ organisationId: z.string(), reason: faultSchema }),
])
type Price = z.infer<typeof priceSchema>
/** As the record keeps it, with all that was in the envelope (base64): so a price can be held against its receipt. */
export type OpenedPrice =
  | (Omit<Extract<Price, { pence: number }>, 'number'> & { plaintext: string })
  | Extract<Price, { reason: string }>

/** The members whose scores a ranking is based on: it stands even if one of them is excluded later (requirements §4). */
const countedSchema = z.object({
  /** Who sat: what was agreed among them stands. */
  sitting: z.array(z.string()),
  /** Whose scores counted. */
  scoring: z.array(z.string()),
})

const due = {
  round: z.int().min(1),
  /** The members have been checked against the actual bidders. */
  checkedAt: instantSchema.optional(),
  /** By member: when they declared whether they have an interest in those whom the tenders name. */
  declared: z.record(z.string(), instantSchema).optional(),
  /** By member: the tenders whose scores are in, where a question took the case from the scoring back to compliance. */
  submitted: z.record(z.string(), z.array(z.string())).optional(),
  /** The tenders that members were scoring then. */
  scoredBefore: z.array(z.string()).optional(),
}
const compliant = {
  ...due,
  findings: z.array(findingSchema),
  /** The tenders that comply and are scored, by bidder's organisation. */
  tenders: z.array(z.string()),
}
const scoring = {
  ...compliant,
  /** By member: the tenders whose scores are in. */
  submitted: z.record(z.string(), z.array(z.string())),
}
const scored = {
  ...scoring,
  /** When the individual scoring closed. */
  scoredAt: instantSchema,
  /** Members who scored every tender in time, and those who did not and are left out for all of them. */
  finished: z.array(z.string()),
  leftOut: z.array(z.string()),
  toModerate: z.array(toModerateSchema),
  meetings: z.array(meetingSchema),
  moderated: z.array(moderatedSchema),
  notAgreed: z.array(notAgreedSchema),
  /** When the chair said that all is recorded as it was agreed; nothing was recorded since. */
  concludedAt: instantSchema.optional(),
}
const moderated = {
  ...scored,
  medians: z.array(medianSchema),
  /** Whose scores those are the medians of; absent in old events. */
  mediansOf: z.array(z.string()).optional(),
}
const priced = {
  ...moderated,
  prices: z.array(priceSchema),
  /** What the last tie-break, a lot, is drawn from (lot.ts). */
  seed: hashSchema,
  /** Prices that the bidders were asked to explain. */
  lowPrices: z.array(lowPriceSchema).default([]),
}

export const evaluationSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('due'), ...due }),
  z.object({ status: z.literal('compliance checked'), ...compliant }),
  z.object({ status: z.literal('scoring'), ...scoring }),
  z.object({ status: z.literal('moderating'), ...scored }),
  z.object({ status: z.literal('moderated'), ...moderated }),
  z.object({ status: z.literal('priced'), ...priced }),
  z.object({
    status: z.literal('ranked'),
    ...priced,
    ranking: z.array(rankedSchema),
    rankedAt: instantSchema,
    counted: countedSchema,
    /** In the order of their exclusion; what was ranked does not change with it. */
    excludedSince: z.array(z.object({ person: z.string(), at: instantSchema })).default([]),
  }),
])
export type Evaluation = z.infer<typeof evaluationSchema>

export type EvaluationEvent =
  | LowPriceEvent
  | { type: 'BiddersChecked'; data: { round: number; bidders: string[]; members: string[] } }
  | { type: 'ComplianceChecked'; data: { round: number; findings: Finding[] } }
  | { type: 'ScoringOpened'; data: { round: number; tenders: string[]; members: string[] } }
  | { type: 'ScoresSubmitted'; data: Omit<ScoreSheet, 'submittedAt'> }
  | { type: 'ScoringClosed'; data: { round: number; finished: string[]; leftOut: string[]; toModerate: ToModerate[] } }
  | { type: 'ModerationMeetingHeld'; data: Omit<Meeting, 'recordedAt'> }
  | { type: 'CriterionModerated'; data: Omit<Moderated, 'at' | 'corrected'> }
  | { type: 'CriterionNotAgreed'; data: Omit<NotAgreed, 'at' | 'corrected'> }
  /** The chair has looked through what is recorded, and there is nothing to correct. */
  | { type: 'ModerationConcluded'; data: { round: number } }
  /** Where the panel did not agree, the median stands. */
  | { type: 'ModerationClosed'; data: { round: number; medians: z.infer<typeof medianSchema>[]; mediansOf?: string[] } }
  | { type: 'PricesOpened'; data: { round: number; prices: OpenedPrice[]; seed: string } }
  | {
      type: 'TendersRanked'
      data: { round: number; ranking: z.infer<typeof rankedSchema>[]; counted: z.infer<typeof countedSchema> }
    }

type Status = Evaluation['status']
export type At<S extends Status> = Extract<Evaluation, { status: S }>
/** From the end of the individual scoring. */
export type AfterScoring = At<'moderating' | 'moderated' | 'priced' | 'ranked'>

export const scoringHasClosed = (evaluation: Evaluation | undefined): evaluation is AfterScoring =>
  evaluation !== undefined && 'finished' in evaluation
