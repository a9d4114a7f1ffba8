import { type Rule, refused, rule, same, unless } from '../record/rule.ts'
import { questionsNow } from './compliance.ts'
import { ruleOnCompliance } from './decide.ts'
import { askForDocument, mustTakeDocument } from './missing-document.ts'
import { raiseQuestion } from './raise.ts'

const judged = ['life', 'ruleBook', 'panel', 'tender', 'evaluation', 'compliance'] as const

export const complianceRules: readonly Rule[] = [
  rule(
    'A question of compliance is raised about a tender that came, before scoring closes.',
    ['ComplianceRaised'],
    judged,
    (before, { data, at, by }) =>
      refused(
        () => raiseQuestion(before, data, { at, by }),
        ([raised]) =>
          unless(raised?.type === 'ComplianceRaised' && raised.data.id === data.id, 'it is not the next question'),
      ),
  ),
  rule(
    'A bidder is asked for a document once, and supplies it before its time is over.',
    ['MissingDocumentAsked', 'MissingDocumentSupplied'],
    judged,
    (before, { type, data, at, by }) =>
      type === 'MissingDocumentAsked'
        ? refused(
            () => askForDocument(before, data, { at, by }),
            ([asked]) => unless(same(asked?.data, data), 'it asks another bidder than the question is about'),
          )
        : refused(
            () => mustTakeDocument(before, data.organisationId, at),
            ({ id }) => unless(id === data.question, 'it answers another question than its bidder was asked'),
          ),
  ),
  rule(
    'It takes two people to exclude a tender, of whom one at least sits on the panel; and, for a document that is missing or cannot be read, not before its bidder was asked for it and had its time.',
    ['ComplianceRuled'],
    judged,
    (before, { data, at, by }) => {
      const { second, ...ruling } = data
      const question = questionsNow(before).find(({ id }) => id === data.id)
      const { asked, supplied, lapsed } = question ?? {}
      return [
        ...refused(() => ruleOnCompliance(before, ruling, { at, by })),
        ...unless(second === (question?.first !== undefined), 'somebody had ruled on it before, or nobody had'),
        ...unless(
          !asked || supplied !== undefined || lapsed === true || before.life.wait?.name === 'missing document',
          'its bidder was asked for a document, and given no time to supply it',
        ),
      ]
    },
  ),
]
