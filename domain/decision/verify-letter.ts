import type { Case } from '../case/case.ts'
import type { Outcome } from '../evaluation/corrected-in-words.ts'
import { moderationOf } from '../evaluation/moderation.ts'
import { asItStands } from '../evaluation/without-excluded.ts'
import { type RecordedAs, same, unless } from '../record/rule.ts'
import type { Letter } from './decision.ts'
import { assembleLetter } from './letter.ts'

/**
 * Whether a letter says what the record does: the outcome, every score with its points, every total, and every reason. Held to what it
 * quotes, and not to the words around it, which another release may choose otherwise.
 */
export function letterProblems(theCase: Case, { letter }: RecordedAs<'LetterWritten'>['data']): string[] {
  const { decision, tender } = theCase
  if (decision?.status !== 'confirmed' || !tender || tender.status === 'due') return []
  const standing = asItStands(theCase)
  const records = { theCase: standing, asMade: theCase, names: letter.names, criteria: tender.terms.criteria }
  const made = assembleLetter(records, letter.organisationId, decision)
  const to = `the letter to ${letter.organisationId}`
  return [
    ...unless(same(decided(letter), decided(made)), `${to} tells another outcome or place than was decided`),
    ...unless(
      letter.withoutExcluded.length > 0 === made.withoutExcluded.length > 0,
      `${to} does not say what was decided without people who were excluded, or by rulings of theirs`,
    ),
    ...unless(
      same(quoted(letter, figures), quoted(made, figures)),
      `${to} quotes another score or total than the result that the decision rests on has`,
    ),
    ...unless(
      same(quoted(letter, written), quoted(made, written)) && same(letter.reasons, made.reasons),
      `${to} gives other reasons than the record has`,
    ),
    ...leftOut(standing, letter, made).map(
      (one) => `${to} leaves out what the panel recorded of a score, or why it was corrected: “${one}”`,
    ),
  ]
}

const decided = ({ outcome, winner, place, placed, tie, notCompliant }: Letter) => ({
  ...{ outcome, winner: winner ?? null, place: place ?? null, placed, tie: tie ?? null, out: notCompliant.length > 0 },
})

type Mark = NonNullable<Letter['winners']>['criteria'][number]

const quoted = ({ own, winners }: Letter, of: (marks: Marks) => unknown) =>
  [own, winners].map((marks) => (marks ? of(marks) : null))

type Marks = NonNullable<Letter['own'] | Letter['winners']>

const figures = ({ quality, total, criteria, ...price }: Marks) => ({
  ...{ quality, total, ...price },
  criteria: criteria.map(({ criterionId, weight, score, points }) => ({ criterionId, weight, score, points })),
})

const written = ({ criteria }: Marks) =>
  criteria.map(({ criterionId, reasons, withheld }: Mark) => ({
    ...{ criterionId, reasons: reasons ?? null, withheld: withheld ?? false },
  }))

/** Of what the panel recorded about the tenders in this letter, as far as a letter of this length says it. */
function leftOut(theCase: Case, letter: Letter, made: Letter): string[] {
  const { moderated, notAgreed } = moderationOf(theCase)
  const inLetter = (of: Letter, organisationId: string, criterionId: string): string[] => {
    const marks = organisationId === of.organisationId ? of.own : of.winners
    return marks?.criteria.find((one: Mark) => one.criterionId === criterionId)?.agreed ?? []
  }
  return [...moderated, ...notAgreed]
    .filter(({ organisationId }) => [letter.organisationId, letter.winner].includes(organisationId))
    .flatMap(({ organisationId, criterionId, ...recorded }) => {
      const says = (of: Letter) => inLetter(of, organisationId, criterionId).join('\n')
      return saidIn(recorded).filter((one) => says(made).includes(one) && !says(letter).includes(one))
    })
}

const saidIn = ({ reason, correction, corrected = [] }: Outcome & { reason: string }): string[] => [
  reason,
  ...(correction === undefined ? [] : [correction]),
  ...corrected.flatMap(saidIn),
]
