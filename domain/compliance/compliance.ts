import type { Case } from '../case/case.ts'
import { type SuppliedDocument, supplied } from '../tender/document.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/** What every tender must satisfy before it is scored; each is passed or failed with reasons (requirements §2, stage 4). */
export const requirements = {
  opened: 'The tender can be opened, and is what was submitted.',
  answers: 'Every criterion is answered.',
  price: 'The sealed price is what was submitted.',
  document: 'Every document can be read, and is what it claims to be.',
  reconfirmed: 'The bidder reconfirmed it after the last change to the requirements.',
  missing: 'Every document that all bidders had to send is included.',
  named: 'Whoever it names as a partner or subcontractor has agreed to be named.',
  other: 'In every other way, it is what all bidders were asked for.',
} as const
export type Requirement = keyof typeof requirements
const requirementNames = Object.keys(requirements) as [Requirement, ...Requirement[]]

/** Where there is nothing to score, or no price to open, nobody can let it pass. */
export const cannotPass: readonly Requirement[] = ['opened', 'price']

/** What no machine can find, and people raise, having looked into the tenders. */
export const raisedByPeople = ['missing', 'other'] as const satisfies Requirement[]

/** Where a document can be missing. An answer that is scored, and the price, are never asked for again (issue 6, point 6). */
export const canBeSupplied: readonly Requirement[] = ['document', 'missing', 'named', 'other']

export const verdicts = ['pass', 'fail'] as const
export type Verdict = (typeof verdicts)[number]

const bySomebody = z.object({ person: z.string(), at: instantSchema })
const rulingSchema = bySomebody.extend({ verdict: z.enum(verdicts), reasons: z.string() })

export const suppliedBySomebodySchema = bySomebody.extend(supplied)
const askedSchema = bySomebody.extend({ document: z.string() })

/** Something about one tender that the opening or a person found wrong, and what people have ruled on it. */
export const questionSchema = z.object({
  id: z.int().min(1),
  organisationId: z.string(),
  requirement: z.enum(requirementNames),
  /** What was found. */
  says: z.string(),
  first: rulingSchema.optional(),
  /** An exclusion takes two people (issue 6, point 6): the second agrees that it fails, or it passes. */
  second: rulingSchema.optional(),
  /** Rulings that count no more, because who made them was excluded for a conflict of interest. */
  setAside: z.array(rulingSchema).optional(),
  /**
   * Who had ruled on it and was excluded for a conflict of interest when the ruling had taken effect: it stands, and whoever
   * decides is told.
   */
  outSince: z.array(bySomebody).optional(),
  /** Who raised it, where it was not the opening. */
  raised: bySomebody.optional(),
  /** The bidder's one chance to supply what is missing. */
  asked: askedSchema.optional(),
  /** Chances that count no more, because who gave them was excluded for a conflict of interest, and nothing had come. */
  askedBefore: z.array(askedSchema).optional(),
  supplied: suppliedBySomebodySchema.optional(),
  /** Its time ended, and nothing had been supplied. */
  lapsed: z.boolean().optional(),
})
export type Question = z.infer<typeof questionSchema>
export type Found = Pick<Question, 'organisationId' | 'requirement' | 'says'>

/** The questions of compliance of one round; there are none where nothing was found wrong. */
export const complianceSchema = z.object({
  round: z.int().min(1),
  questions: z.array(questionSchema),
  /** How many questions, from the first, have taken effect: they settle which tenders are scored. */
  closed: z.int().min(0).optional(),
  /** How many questions, from the first, stand even if somebody who ruled on one is excluded later. */
  standing: z.int().min(0).optional(),
})
export type Compliance = z.infer<typeof complianceSchema>

export type ComplianceEvent =
  | { type: 'ComplianceQuestioned'; data: { round: number; questions: (Found & { id: number })[] } }
  | {
      type: 'ComplianceRuled'
      data: { id: number; verdict: Verdict; reasons: string; person: string; second: boolean }
    }
  /** What the opening of the prices found, after the scoring. */
  | { type: 'PricesQuestioned'; data: { round: number; questions: (Found & { id: number })[] } }
  | {
      type: 'ComplianceRaised'
      data: Omit<Found, 'requirement'> & {
        requirement: (typeof raisedByPeople)[number]
        round: number
        id: number
        person: string
      }
    }
  | { type: 'MissingDocumentAsked'; data: { id: number; organisationId: string; document: string; person: string } }
  | {
      type: 'MissingDocumentSupplied'
      data: { question: number; organisationId: string; person: string } & SuppliedDocument
    }

/** One person's pass is enough; a fail takes a second person, whose word then counts. */
export const outcomeOf = ({ first, second }: Question): Verdict | undefined =>
  first?.verdict === 'pass' ? 'pass' : second?.verdict

/** The questions of the round that is being evaluated. */
export const questionsNow = ({ compliance, evaluation }: Pick<Case, 'compliance' | 'evaluation'>): Question[] =>
  compliance && compliance.round === evaluation?.round ? compliance.questions : []

export const undecided = (compliance: Compliance | undefined): Question[] =>
  (compliance?.questions ?? []).filter((question) => outcomeOf(question) === undefined)

/** Why a tender is out, with the reasons of both who ruled so; none when it complies. */
export const exclusionOf = (compliance: Compliance | undefined, organisationId: string): string[] =>
  excludedFor(compliance?.questions ?? [], organisationId)

/** The same, for what the opening of the prices found. */
export const exclusionForPrice = (theCase: Pick<Case, 'compliance' | 'evaluation'>, organisationId: string): string[] =>
  excludedFor(questionsNow(theCase).slice(theCase.compliance?.closed ?? 0), organisationId)

const excludedFor = (questions: readonly Question[], organisationId: string): string[] =>
  questions
    .filter((question) => question.organisationId === organisationId && outcomeOf(question) === 'fail')
    .map(({ says, first, second }) => `${says} ${first?.reasons ?? ''} ${second?.reasons ?? ''}`.trim())
