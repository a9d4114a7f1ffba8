import { describe, expect, test } from 'vitest'
import { mayDo } from '../../access/authorise.ts'

/** Who may do what from the tender to the award (requirements §1): everybody not named may not. */
const may: Record<string, string[]> = {
  'ask-question': ['provider'],
  'reconfirm-tender': ['provider'],
  'submit-tender': ['provider'],
  'withdraw-tender': ['provider'],
  'view-own-tender': ['provider'],
  'make-representation': ['provider'],
  'upload-representation': ['provider', 'programme-manager', 'deputy-programme-manager'],
  'read-representation-document': [
    'panel-member',
    'chair',
    'programme-manager',
    'deputy-programme-manager',
    'approver',
  ],
  'view-letter': ['provider'],
  'letter-pdf': ['provider'],
  'answer-question': ['programme-manager', 'deputy-programme-manager'],
  'upload-clarification': ['provider', 'programme-manager', 'deputy-programme-manager'],
  'read-question-document': ['programme-manager', 'deputy-programme-manager'],
  'view-questions': ['programme-manager', 'deputy-programme-manager'],
  'view-progress': ['programme-manager', 'deputy-programme-manager'],
  'save-scores': ['panel-member'],
  'submit-scores': ['panel-member'],
  'view-scoring': ['panel-member'],
  'renew-declaration': ['panel-member', 'programme-manager', 'deputy-programme-manager', 'approver'],
  'view-renewal': ['panel-member', 'programme-manager', 'deputy-programme-manager', 'approver'],
  'plan-meeting': ['programme-manager', 'deputy-programme-manager', 'chair'],
  'move-meeting': ['programme-manager', 'deputy-programme-manager', 'chair'],
  'cancel-meeting': ['programme-manager', 'deputy-programme-manager', 'chair'],
  'record-attendance': ['programme-manager', 'deputy-programme-manager', 'chair'],
  'view-meetings': ['programme-manager', 'deputy-programme-manager', 'panel-member', 'chair'],
  'hold-moderation-meeting': ['chair'],
  'moderate-criterion': ['chair'],
  'leave-to-median': ['chair'],
  'conclude-moderation': ['chair'],
  'explain-price': ['provider'],
  'rule-on-compliance': ['programme-manager', 'deputy-programme-manager', 'panel-member', 'chair'],
  'raise-compliance-question': ['programme-manager', 'deputy-programme-manager', 'panel-member', 'chair'],
  'ask-for-missing-document': ['programme-manager', 'deputy-programme-manager', 'panel-member', 'chair'],
  'read-supplied-document': ['programme-manager', 'deputy-programme-manager', 'panel-member', 'chair'],
  'view-missing-document': ['provider'],
  'upload-missing-document': ['provider'],
  'supply-missing-document': ['provider'],
  'judge-price': ['chair'],
  'view-moderation': ['panel-member', 'chair'],
  'view-ranking': ['panel-member', 'chair', 'programme-manager', 'deputy-programme-manager', 'approver'],
  'vote-on-award': ['panel-member'],
  'confirm-recommendation': ['approver'],
  'reject-recommendation': ['approver'],
  'answer-representation': ['chair'],
  'view-decision': ['panel-member', 'chair', 'programme-manager', 'deputy-programme-manager', 'approver'],
}
const capacities = [
  'practice',
  'programme-manager',
  'deputy-programme-manager',
  'provider',
  'approver',
  'observer',
  'auditor',
  'nominee',
  'panel-member',
  'chair',
]
const about = (stage: string, excluded = false, tenderPublished = true) => ({
  resource: { id: 'c0123456789ab', status: 'open', stage, submittedBy: 'pat', tenderPublished },
  excluded,
})
const person = (as: string) => ({ id: 'sam', as, practice: 'elm', organisation: 'harbour' })

describe.each(Object.entries(may))('%s', (action, who) => {
  test(`is for: ${who.join(', ')}`, () => {
    expect(capacities.filter((as) => mayDo(person(as), action, about('evaluation')))).toEqual(
      capacities.filter((as) => who.includes(as)),
    )
  })

  test('is for nobody who is excluded from the case', () => {
    for (const as of capacities) expect(mayDo(person(as), action, about('evaluation', true))).toBe(false)
  })
})

test('an auditor reads what is closed, and of a case under way no paper', () => {
  const papers = [
    'view-questions',
    'view-moderation',
    'view-ranking',
    'view-decision',
    'view-conflicts',
    'read-tender',
    'read-supplied-document',
    'read-representation-document',
  ]
  const closed = about('decision')
  for (const action of [...papers, 'view-specification', 'view-appraisal', 'export-record']) {
    expect(mayDo(person('auditor'), action, closed)).toBe(false)
    expect(mayDo(person('auditor'), action, { ...closed, resource: { ...closed.resource, status: 'ended' } })).toBe(
      true,
    )
  }
  for (const action of ['view-case', 'view-timeline', 'view-panel'])
    expect(mayDo(person('auditor'), action, closed)).toBe(true)
})

test('a provider knows nothing of a case before its tender is published', () => {
  for (const stage of ['submission', 'nomination', 'panel-formation', 'specification', 'tender'])
    expect(mayDo(person('provider'), 'view-own-tender', about(stage, false, false))).toBe(false)
  expect(mayDo({ id: 'sam', as: 'provider' }, 'submit-tender', about('tender'))).toBe(false)
})

test('what a provider tendered and was told stays theirs to read wherever the case is sent back to', () => {
  for (const stage of ['nomination', 'panel-formation', 'specification', 'tender'])
    for (const action of ['view-own-tender', 'view-letter'])
      expect(mayDo(person('provider'), action, about(stage))).toBe(true)
})
