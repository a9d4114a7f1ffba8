import type { Case, CaseState } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { asItStands, awardable, rankingOf } from '../evaluation/without-excluded.ts'
import { votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { digest } from '../record/chain.ts'
import type { Instant } from '../time/instant.ts'
import { countRound } from '../vote/decide.ts'
import * as z from '../zod.ts'
import { standstillFrom } from './standstill.ts'
import { recommend } from './step.ts'
import { standstillIsOver } from './waits.ts'

interface Check {
  /** The nouns that it rests on, besides those of the result. */
  from: readonly (keyof CaseState)[]
  concerns(data: unknown): boolean
  /** What is wrong with the event. @param before the case as it was before it */
  problems(before: Case, data: unknown, at: Instant): string[]
}

const always = () => true

/** What is checked of the decision in a record, by event (decision 41). */
export const decisionChecks: Readonly<Record<string, Check>> = {
  VoteCounted: { from: ['decision'], concerns: isOfAward, problems: countProblems },
  RecommendationMade: { from: ['decision'], concerns: always, problems: recommendationProblems },
  LetterWritten: { from: ['decision'], concerns: always, problems: letterProblems },
  OutcomeAnnounced: { from: [], concerns: always, problems: standstillProblems },
  AwardMade: { from: ['decision', 'conflicts', 'life'], concerns: always, problems: awardProblems },
} satisfies { [Type in CaseEvent['type']]?: Check }

const countedSchema = z.object({ matter: z.string() })

function isOfAward(data: unknown): boolean {
  return countedSchema.parse(data).matter === 'award'
}

/** Votes are counted as the ballots of those who could vote have it. */
function countProblems(theCase: Case, data: unknown): string[] {
  const { decision, panel } = theCase
  const vote = decision?.status === 'voting' ? decision.vote : undefined
  const again = vote && countRound('award', vote, votingMembers(panel), votingIn(theCase))
  return again?.some((event) => digest(event.data) === digest(data)) ? [] : ['the ballots do not make this count']
}

const recommendedSchema = z.object({ recommendation: z.unknown() })

/** The panel voted on the tender that comes first by the scores that stand, and the recommendation is what the vote carried. */
function recommendationProblems(theCase: Case, data: unknown): string[] {
  const { decision } = theCase
  const { recommendation } = recommendedSchema.parse(data)
  if (decision?.status !== 'voting') return ['it follows no vote of the panel']
  const { vote } = decision
  const offered = vote.options.includes('award') ? vote.on : undefined
  const carried = vote.status === 'closed' ? recommend(vote.result, vote) : undefined
  return [
    ...(offered === awardable(theCase)
      ? []
      : ['the panel did not vote on the tender that comes first by the scores that stand, of a quorum of members']),
    ...(carried && digest(carried) === digest(recommendation)
      ? []
      : ['what was recommended is not what the panel’s vote carried']),
  ]
}

const marks = z
  .object({
    total: z.string(),
    criteria: z.array(z.object({ criterionId: z.string(), score: z.string(), points: z.string() })),
  })
  .optional()
const letterSchema = z.object({
  letter: z.object({ organisationId: z.string(), winner: z.string().optional(), own: marks, winners: marks }),
})

/** Every score, its points, and every total that a letter quotes of a ranked tender are those of the result. */
function letterProblems(theCase: Case, data: unknown): string[] {
  const { organisationId, winner, own, winners } = letterSchema.parse(data).letter
  const ranking = rankingOf(asItStands(theCase))
  const isOther = (id: string | undefined, quoted: z.infer<typeof marks>) => {
    const ranked = ranking.find((one) => one.organisationId === id)
    return ranked !== undefined && quoted !== undefined && digest(marks.parse(ranked)) !== digest(quoted)
  }
  return isOther(organisationId, own) || isOther(winner, winners)
    ? [`the letter to ${organisationId} quotes another score or total than the result that the decision rests on has`]
    : []
}

const announcedSchema = z.object({ standstill: z.unknown() })

/** The standstill that was announced is the one that the law makes of the day. */
function standstillProblems({ ruleBook }: Case, data: unknown, at: Instant): string[] {
  const { standstill } = announcedSchema.parse(data)
  return standstill === undefined || digest(standstill) === digest(standstillFrom(ruleBook.decision.standstill, at))
    ? []
    : ['the standstill is not the one that the law makes of the day on which it was announced']
}

const awardedSchema = z.object({ organisationId: z.string() })

/** To the tender that was announced, which comes first by the scores that stand, and not before the standstill was over. */
function awardProblems(theCase: Case, data: unknown, at: Instant): string[] {
  const { decision } = theCase
  const { organisationId } = awardedSchema.parse(data)
  const announced =
    decision?.status === 'standstill' && decision.recommendation.outcome === 'award'
      ? decision.recommendation.organisationId
      : undefined
  return [
    ...(announced === organisationId ? [] : ['the contract was awarded to a tender that was not announced']),
    ...(awardable(theCase) === organisationId
      ? []
      : ['the contract was awarded to a tender that does not come first by the scores that stand']),
    ...(standstillIsOver(theCase, at)
      ? []
      : [
          'the contract was awarded before the standstill was over, every representation answered and every flag ruled on',
        ]),
  ]
}
