import Fraction from 'fraction.js'
import { ruleRows } from '../conflict/rule-rows.ts'
import { exactSchema } from '../evaluation/exact.ts'
import { calendarDays, hours, periodSchema, workingDays } from '../time/deadline.ts'
import * as z from '../zod.ts'

const period = (value: z.infer<typeof periodSchema>) => periodSchema.default(value)
const upTo100 = z.int().min(0).max(100)
const count = (value: number) => upTo100.default(value)

export const votingSchema = z
  .strictObject({
    /** Members who must take part for a vote or the scoring to count. */
    quorum: z.int().min(1).max(30).default(5),
    /** An option is carried by more than this share of the votes cast, or of all members who can vote. */
    majority: z
      .strictObject({
        moreThan: exactSchema
          .refine((share) => new Fraction(share).gte('1/2') && new Fraction(share).lt(1), 'Choose from 1/2 to below 1')
          .default('1/2'),
        of: z.enum(['votes cast', 'members']).default('votes cast'),
      })
      .prefault({}),
  })
  .prefault({})

/**
 * R0: every setting of a case, with its default. A copy is fixed to the case when it is accepted, so that a change of
 * the defaults never changes a running case. Sections are in the order of the stages.
 */
export const ruleBookSchema = z.strictObject({
  submission: z
    .strictObject({
      remindAfter: period(workingDays(10)),
      escalateAfter: period(workingDays(15)),
      correctWithin: period(calendarDays(28)),
    })
    .prefault({}),
  nomination: z
    .strictObject({
      remindAfter: period(calendarDays(11)),
      closeAfter: period(calendarDays(14)),
      extendBy: period(calendarDays(7)),
      /** Nominees who accepted and declared; fewer is a pool too small to draw from. */
      smallestPool: count(10),
    })
    .prefault({}),
  panel: z
    .strictObject({
      size: z.int().min(1).max(30).default(7),
      /** What a panel that is drawn for the case serves. One drawn for an area serves every case of it that begins within a term, counted from when it was formed (§2, §11.2). */
      serves: z.enum(['one case', 'an area for a term']).default('one case'),
      termMonths: z.int().min(1).max(60).default(24),
      fewestGps: count(3),
      fewestPracticeManagers: count(1),
      /** Members who sat on a panel in the last 12 months (continuity, and broad participation; §11.2). */
      fewestExperienced: count(1),
      mostExperienced: count(3),
      adjudicateWithin: period(workingDays(5)),
      acceptWithin: period(calendarDays(5)),
      chooseChairWithin: period(calendarDays(5)),
      /** Cases on whose panels one person may sit at once. */
      mostPanelsAtOnce: z.int().min(1).max(20).default(2),
      /** Skills that the case needs, by their name in the register, and how many members must have each. */
      skills: z
        .array(z.strictObject({ name: z.string().trim().min(1).max(100), fewest: z.int().min(1).max(30) }))
        .max(10)
        .default([]),
      /** Equally likely panels from which one is drawn. */
      panelsInLottery: z.int().min(100).max(10_000).default(1_000),
      /** Between the draw's commitment and its randomness. */
      commitBefore: period(hours(24)),
      /** Where the randomness comes from; fixed when the case is accepted, to what the service is set up for. */
      randomness: z.enum(['drand-quicknet', 'commit-reveal', 'public-numbers']).optional(),
      /** For commit–reveal: how many practices contribute, and how long they have to contribute, and to reveal. */
      contributors: z.int().min(2).max(20).default(2),
      contributeWithin: period(calendarDays(5)),
      revealWithin: period(calendarDays(3)),
      /** For public numbers: whose, on which days (1 is Monday), and from which hour in London they are known. */
      publicNumbers: z
        .strictObject({
          what: z
            .string()
            .trim()
            .min(1)
            .max(300)
            .default('The six main numbers of the National Lottery’s Lotto draw of'),
          weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).default([3, 6]),
          knownBy: z.int().min(0).max(23).default(22),
          /** How many different numbers are drawn, and between which. */
          count: z.int().min(1).max(100).default(6),
          lowest: z.int().min(0).max(1_000_000).default(1),
          highest: z.int().min(1).max(1_000_000).default(59),
        })
        .refine(({ count: drawn, lowest, highest }) => highest - lowest + 1 >= drawn, 'there are not so many numbers')
        .prefault({}),
      enterNumbersWithin: period(workingDays(3)),
      /** How long after its time a source is waited for before its fallback is taken. */
      fallbackAfter: period(hours(72)),
      /** How long the scoring waits for a substitute: bidders are not held up for good. */
      waitForSubstitute: period(calendarDays(14)),
      /** For the choice of a relaxation, where no panel is possible. */
      relaxWithin: period(workingDays(5)),
    })
    .prefault({}),
  specification: z
    .strictObject({
      appraiseWithin: period(calendarDays(14)),
      /** For the proposer, when the panel returned the proposal. */
      reviseWithin: period(calendarDays(28)),
      approveWithin: period(calendarDays(28)),
      /** For the vote on a version. */
      voteWithin: period(calendarDays(7)),
      businessCaseWithin: period(calendarDays(28)),
    })
    .prefault({}),
  tender: z
    .strictObject({
      openFor: period(calendarDays(30)),
      /** For the panel, where fewer than two tenders came. */
      decideOnFewWithin: period(workingDays(10)),
      /** Questions close this long before the deadline. */
      questionsCloseBefore: period(calendarDays(7)),
      /** How far the deadline moves when it would pass while a question asked in time is unanswered. */
      extendBy: period(calendarDays(14)),
      /** A change of what is asked is late when less than this is left before the deadline; then the deadline moves. */
      changeIsLateWithin: period(calendarDays(14)),
      extendForChangeBy: period(calendarDays(7)),
    })
    .prefault({}),
  evaluation: z
    .strictObject({
      /** For the members, to declare whether they have an interest in those who tendered; and when they are reminded. */
      declareWithin: period(workingDays(5)),
      remindToDeclareAfter: period(workingDays(3)),
      /** For both who rule on what was found wrong with a tender. */
      ruleOnComplianceWithin: period(workingDays(3)),
      /** For a bidder, to supply a document that is missing; and when it is reminded. */
      supplyDocumentWithin: period(hours(24)),
      remindToSupplyAfter: period(hours(12)),
      scoreWithin: period(calendarDays(21)),
      extendScoringBy: period(calendarDays(7)),
      moderateWithin: period(calendarDays(14)),
      /** Criteria whose scores spread by more than this share of the scale must be discussed (hundredths). */
      moderateAboveSpread: count(40),
      /** A price below this share of the median price (hundredths) is asked about, and of fewer than three also one below this share of the costs in the proposal; 0 asks nobody. */
      askAboutPriceBelow: count(70),
      explainPriceWithin: period(workingDays(5)),
      judgePriceWithin: period(calendarDays(7)),
    })
    .prefault({}),
  decision: z
    .strictObject({
      voteWithin: period(calendarDays(14)),
      confirmWithin: period(calendarDays(28)),
      /** When the panel is reminded of a representation that it has not answered. */
      remindOfRepresentationAfter: period(workingDays(2)),
      standstill: z.enum(['psr', 'pa2023']).default('psr'),
      /** Nothing is awarded before the secretariat has recorded that the notice stands on the national platform. */
      awardNeedsPublishedNotice: z.boolean().default(false),
    })
    .prefault({}),
  afterAward: z
    .strictObject({
      planWithin: period(calendarDays(28)),
      goLiveWithin: period(calendarDays(182)),
      /** After go-live: from when, and until when, it is reviewed whether it worked. */
      reviewAfter: period(calendarDays(183)),
      reviewBy: period(calendarDays(365)),
    })
    .prefault({}),
  conflict: z
    .strictObject({
      /** Each rule of requirements §4 by its identifier, with what it does. What bars by law of the company cannot be set. */
      rules: ruleRows,
      /** A tie that has ended bars for so long. */
      endedTiesBarForMonths: z.int().min(0).max(600).default(24),
      /** Owning less than this of an organisation, in hundredths of a per cent, is looked at, and does not bar. */
      smallOwnershipBelow: z.int().min(0).max(10_000).default(100),
      /** A declaration holds for so long; then it must be renewed before taking part. */
      declarationsLastMonths: z.int().min(1).max(120).default(12),
      /** Whoever declared is reminded so long before. */
      remindToDeclareBefore: period(calendarDays(30)),
    })
    .prefault({}),
  /** How long a practice waits for the answer to its challenge. */
  challenges: z.strictObject({ answerWithin: period(workingDays(10)) }).prefault({}),
  /** How long an erasure that one person asked for waits for a second: the law gives a month to answer a person who asked. */
  erasures: z.strictObject({ agreeWithin: period(workingDays(10)) }).prefault({}),
  voting: votingSchema,
  /** How long before a deadline those who are waited for are reminded, and how often after an escalation. */
  remindBefore: period(calendarDays(3)),
  chaseEvery: period(workingDays(5)),
})

export type RuleBook = z.infer<typeof ruleBookSchema>

let defaults: RuleBook | undefined

/** Every setting at its default. */
export function defaultRuleBook(): RuleBook {
  defaults ??= ruleBookSchema.parse({})
  return defaults
}
