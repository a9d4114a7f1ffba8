import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mayDo, mayDoWhich } from '../../access/authorise.ts'

const secretariat = ['programme-manager', 'deputy-programme-manager']
const offices = [...secretariat, 'approver']
const members = ['panel-member', 'chair']
/** Who follows a case. */
const following = [...offices, 'practice', 'nominee', ...members, 'observer']
const everybody = [...following, 'provider', 'auditor']

const to = (who: readonly string[], ...actions: string[]) => Object.fromEntries(actions.map((action) => [action, who]))

/** Who may do what in a case whose tenders are evaluated (requirements §1): everybody not named may not. */
const may: Record<string, readonly string[]> = {
  ...to(
    secretariat,
    'accept-proposal',
    'return-proposal',
    'redirect-proposal',
    'extend-deadline',
    'remind',
    'pause',
    'resume',
  ),
  ...to(secretariat, 'withdraw', 'ask-for-erasure', 'take-back-erasure', 'record-representation', 'record-notice'),
  ...to(
    secretariat,
    'answer-milestone-item',
    'reach-milestone',
    'move-go-live',
    'review-benefits',
    'learn-checklist-item',
  ),
  ...to(secretariat, 'end-follow-up', 'relax-constraints', 'change-randomness'),
  ...to(offices, 'send-back', 'erase-payload', 'adjudicate-interest', 'answer-challenge', 'enter-public-numbers'),
  ...to(
    ['approver'],
    'approve-business-case',
    'reject-business-case',
    'approval-paper',
    'decide-procedure',
    'give-up-numbers',
  ),
  ...to(['practice'], 'decline-to-nominate', 'nominate', 'withdraw-nomination', 'check-person', 'make-challenge'),
  ...to(['practice'], 'contribute-to-draw', 'reveal-contribution'),
  ...to(['nominee'], 'accept-nomination', 'decline-nomination', 'accept-seat', 'decline-seat'),
  ...to(
    ['panel-member'],
    'vote-for-chair',
    'answer-checklist',
    'vote-on-proposal',
    'save-version',
    'comment',
    'answer-comment',
  ),
  ...to(
    ['panel-member'],
    'resolve-comment',
    'check-version',
    'try-weights',
    'hold-workshop',
    'vote-on-specification',
    'save-notes',
  ),
  ...to(['chair'], 'put-to-vote', 'decide-on-few-tenders'),
  ...to(members, 'read-tender', 'read-tender-document', 'view-few-tenders'),
  ...to([...secretariat, ...members], 'view-compliance'),
  ...to(
    [...offices, ...members],
    'view-workshops',
    'view-appraisal',
    'view-specification',
    'view-specification-changes',
  ),
  ...to([...offices, ...members], 'view-low-prices'),
  ...to([...offices, 'nominee', ...members], 'view-conflicts'),
  ...to(['provider'], 'view-price-question', 'upload-document'),
  ...to(following, 'bring-round', 'view-challenges'),
  ...to([...following, 'auditor'], 'view-case', 'view-timeline', 'view-panel', 'view-after-award', 'read-attachment'),
  // What was proposed is its proposer’s to correct; records are closed.
  ...to([], 'resubmit-proposal', 'revise-proposal', 'export-record', 'disclosure-pack'),
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
  ...to(secretariat, 'mark-paper', 'unmark-paper'),
  ...to([...secretariat, 'observer'], 'view-marked-papers'),
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
/** The same of what is no case’s. */
const mayInProgramme: Record<string, readonly string[]> = {
  ...to(
    everybody,
    'declare-interests',
    'view-own-interests',
    'suggest-organisations',
    'view-registers',
    'subscribe-calendar',
  ),
  ...to(
    secretariat,
    'record-interest',
    'strike-interest',
    'strike-relation',
    'record-organisation',
    'edit-report',
    'view-unsent',
  ),
  ...to([...secretariat, 'auditor'], 'view-register', 'view-register-record', 'export-register'),
  ...to([...offices, 'practice', 'observer', 'auditor'], 'view-participation', 'view-panels', 'view-checklists'),
  ...to([...offices, 'auditor'], 'view-board'),
  ...to([...secretariat, 'practice', 'provider'], 'draft-proposals'),
}

const about = (stage: string, excluded = false, tenderPublished = true) => ({
  resource: { id: 'c0123456789ab', status: 'open', stage, submittedBy: 'pat', tenderPublished },
  excluded,
})
const person = (as: string) => ({ id: 'sam', as, practice: 'elm', organisation: 'harbour' })

/** The actions of the schema on this. */
const actionsOn = (resource: string): string[] =>
  readFileSync(new URL('../../access/redesign-panels.cedarschema', import.meta.url), 'utf8')
    .split(';')
    .filter((one) => one.includes(`resource: [${resource}]`))
    .flatMap((one) => [...one.matchAll(/"([a-z-]+)"/g)].map(([, action = '']) => action))
const rising = (table: Record<string, readonly string[]>) =>
  Object.fromEntries(Object.entries(table).map(([action, who]) => [action, [...who].sort()]))

test('in a case everybody may do what is theirs, and nothing else; whoever is excluded, nothing', () => {
  const actions = actionsOn('Case')
  const asked = (excluded: boolean) => {
    const can = everybody.map((as) => [as, mayDoWhich(person(as), actions, about('evaluation', excluded))] as const)
    return Object.fromEntries(
      actions.map((action) => [action, can.flatMap(([as, may]) => (may.includes(action) ? [as] : []))]),
    )
  }
  expect(rising(asked(false))).toEqual(rising(may))
  expect(new Set(Object.values(asked(true)).flat())).toEqual(new Set())
})

test('a case is approached by everybody but those who are excluded', () => {
  for (const as of everybody)
    expect(
      [false, true].map((excluded) => mayDo(person(as), 'approach', { excluded })),
      as,
    ).toEqual([true, false])
})

test('in the programme, too', () => {
  const asked = actionsOn('Programme').map((action) => [action, everybody.filter((as) => mayDo(person(as), action))])
  expect(rising(Object.fromEntries(asked))).toEqual(rising(mayInProgramme))
})

test('a case that is not accepted is nobody’s but those’ who accept it', () => {
  const can = (as: string) =>
    mayDoWhich(
      person(as),
      [
        'view-case',
        'view-timeline',
        'view-panel',
        'read-attachment',
        'view-challenges',
        'make-challenge',
        'check-person',
        'bring-round',
      ],
      about('submission'),
    )
  for (const as of ['practice', 'nominee', ...members, 'observer', 'provider']) expect(can(as), as).toEqual([])
  for (const as of offices) expect(can(as), as).toEqual(['view-case', 'view-timeline', 'read-attachment'])
})

test('what somebody proposed is theirs and their practice’s to see and to correct', () => {
  const own = [
    'resubmit-proposal',
    'revise-proposal',
    'view-case',
    'view-timeline',
    'read-attachment',
    'view-appraisal',
  ]
  const { resource } = about('submission', false, false)
  const may = (resourceOf: object, who: object = {}) =>
    mayDoWhich({ ...person('practice'), ...who }, own, { resource: { ...resource, ...resourceOf }, excluded: false })
  expect(may({ submittedBy: 'sam' }, { as: 'observer' })).toEqual(own)
  expect(may({ proposerPractice: 'elm' })).toEqual(own)
  expect(may({ proposerPractice: 'ash' })).toEqual([])
  expect(may({ proposerOrganisation: 'harbour' })).toEqual([])
  // From its tender on, a provider may be a bidder.
  const provider = (tenderPublished: boolean) =>
    may({ proposerOrganisation: 'harbour', tenderPublished }, { as: 'provider' })
  expect(provider(false)).toEqual(own)
  expect(provider(true)).toEqual(own.filter((action) => action !== 'view-timeline'))
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

test('the whole record is for who answers for it, once nothing in it is secret', () => {
  const records = (as: string, status: string, stage: string) =>
    mayDoWhich(person(as), ['export-record', 'disclosure-pack'], {
      resource: { ...about(stage).resource, status },
      excluded: false,
    })
  for (const [status, stage] of [
    ['ended', 'nomination'],
    ['open', 'after-award'],
  ] as const) {
    for (const as of [...secretariat, 'auditor'])
      expect(records(as, status, stage)).toEqual(['export-record', 'disclosure-pack'])
    expect(records('approver', status, stage)).toEqual(['disclosure-pack'])
    for (const as of ['practice', 'nominee', ...members, 'observer', 'provider'])
      expect(records(as, status, stage)).toEqual([])
  }
  for (const as of everybody) expect(records(as, 'paused', 'decision')).toEqual([])
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
