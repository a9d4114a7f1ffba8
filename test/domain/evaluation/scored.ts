import type { Case } from '../../../domain/case/case.ts'
import { undecided } from '../../../domain/compliance/compliance.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import type { NamedInTender } from '../../../domain/conflict/matter.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { decideEvaluation, type EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import type { GivenScores } from '../../../domain/evaluation/evaluation.ts'
import { type EvaluationStep, stepEvaluation } from '../../../domain/evaluation/step.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import { renewDeclaration } from '../../../domain/renewal/decide.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import type { Opening } from '../../../domain/tender/tender.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { by, caseIn, members, on, START } from '../case-in.ts'
import { following } from '../story.ts'
import { sealed, terms } from '../tender/terms.ts'

export const opened = (answered = ['quality', 'access'], priceIntact = true) => ({
  outcome: 'opened' as const,
  documentKey: 'opened',
  answered,
  partners: [],
  priceIntact,
})

/** A case that has just entered evaluation, with these tenders opened. */
export function tendered(
  openings: Record<string, Opening> = { harbour: opened(), meadow: opened() },
  settings: Parameters<typeof caseIn>[1] = {},
): Case {
  const tenders = Object.keys(openings).map((organisationId) => ({
    organisationId,
    quality: sealed(`${organisationId}-quality`),
    price: sealed(`${organisationId}-price`),
  }))
  const open = following(
    caseIn('tender', settings),
    [
      { type: 'TenderPublished', data: { round: 1, terms, keyName: 'k', publicKeys: { quality: 'q', price: 'p' } } },
      ...tenders.map((tender) => ({ type: 'TenderSubmitted' as const, data: { ...tender, submittedBy: 'pia' } })),
      { type: 'TenderClosed', data: { round: 1, deadline: START, tenders: tenders.length } },
      {
        type: 'TendersOpened',
        data: {
          round: 1,
          tenders: tenders.map((tender) => ({ ...tender, opening: openings[tender.organisationId] ?? opened() })),
        },
      },
    ],
    START,
  )
  return following(open, [{ type: 'StageEntered', data: { stage: 'evaluation', attempt: 6 } }], START)
}

/** What the register says of the case, with these organisations named in tenders. */
export const matter = (theCase: Case, named: NamedInTender[] = []) =>
  matterOf(
    theCase,
    [
      { id: 'harbour', name: 'Harbour', kind: 'provider', aliases: ['HCC'], owns: [], areas: [] },
      { id: 'meadow', name: 'Meadow', kind: 'provider', aliases: [], owns: [], areas: [] },
      { id: 'brook', name: 'Brook & Sons', kind: 'other', aliases: ['Brook'], owns: [], areas: [] },
    ],
    named,
  )

export const stepped = (theCase: Case, step: EvaluationStep, at = START): Case =>
  following(theCase, stepEvaluation(theCase, step, on(at)), at, { step: 'a-step' })

/** These members have nothing to declare against those who tendered. */
export const renewed = (theCase: Case, people = votingMembers(theCase.panel), at = START): Case =>
  people.reduce((before, person) => {
    const said = { kind: 'nothing to declare' as const }
    const { organisations } = matter(before)
    const known = matter(before, namedInTenders(before.tender, [...organisations.values()]))
    const actor = by(person, 'panel-member')
    const events = renewDeclaration(before, { person, said, matter: known }, on(at, actor))
    return following(before, events, at, actor)
  }, theCase)

export function scoring(theCase = tendered()): Case {
  const bidders = stepped(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase) })
  const checked = excludedByTwo(
    stepped(renewed(bidders), { type: 'CheckCompliance', attempt: 6, matter: matter(bidders) }),
  )
  return stepped(stepped(checked, { type: 'CloseCompliance', attempt: 6 }), { type: 'OpenScoring', attempt: 6 })
}

/** Whatever the opening found wrong, the manager and a member rule that it fails. */
export const excludedByTwo = (theCase: Case): Case =>
  undecided(theCase.compliance).reduce(
    (so, { id }) =>
      ['pm', members[0] ?? ''].reduce(
        (before, person) =>
          following(
            before,
            ruleOnCompliance(before, { id, verdict: 'fail', reasons: 'So.', person }, on(START)),
            START,
          ),
        so,
      ),
    theCase,
  )

export const given = (quality: number, access: number): GivenScores => ({
  quality: { score: quality, rationale: `Quality is ${quality}` },
  access: { score: access, rationale: `Access is ${access}` },
})

export function scoredBy(theCase: Case, member: string, organisationId: string, scores: GivenScores, at = START): Case {
  const actor = by(member, 'panel-member')
  const events = decideEvaluation(theCase, { type: 'SubmitScores', member, organisationId, scores }, on(at, actor))
  return following(theCase, events, at, actor)
}

/** Members score every tender, each their own way. */
export const scoredByAll = (
  theCase: Case,
  people: readonly string[],
  scores: (member: string, organisationId: string) => GivenScores = () => given(4, 3),
): Case =>
  people.reduce(
    (before, member) =>
      ['harbour', 'meadow'].reduce((so, tender) => scoredBy(so, member, tender, scores(member, tender)), before),
    theCase,
  )

/** When the scores are due, 21 days after they were asked for; and 7 days after the day on which that is extended. */
export const DUE = '2026-01-27T00:00:00.000Z'
export const EXTENDED = '2026-02-04T00:00:00.000Z'

export const execution = { caseId: 'case-1', attempt: 6 }

export const doing = (theCase: Case, command: EvaluationCommand, at = START) =>
  decideEvaluation(theCase, command, on(at))

export const step = (theCase: Case, made: EvaluationStep, at = START) => stepEvaluation(theCase, made, on(at))

/** What the workflow of the case finds when it looks. */
const attendance = (theCase: Case, at: string) =>
  attend(theCase, execution, ['scores', 'moderation', 'adjudication'], at)

export const verdict = (theCase: Case, at: string) => attendance(theCase, at).verdict

/** Looked at until there is nothing to be done. */
export const attended = (theCase: Case, at: string): Case => {
  const found = attendance(theCase, at)
  return found.verdict === 'act' ? attended(following(theCase, found.events, at, { step: 'attend' }), at) : theCase
}
