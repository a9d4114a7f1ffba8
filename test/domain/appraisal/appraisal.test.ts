import { describe, expect, test } from 'vitest'
import { checklistItems } from '../../../domain/appraisal/checklist.ts'
import { type AppraisalCommand, decideAppraisal } from '../../../domain/appraisal/decide.ts'
import { countAppraisal, openAppraisal } from '../../../domain/appraisal/step.ts'
import { viewAppraisal } from '../../../domain/appraisal/view.ts'
import { appraisal as appraisalWait, revision } from '../../../domain/appraisal/waits.ts'
import type { Case } from '../../../domain/case/case.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { by, caseIn, members, on, START } from '../case-in.ts'
import { following, form, refusal, refusedWith, types } from '../story.ts'

const attempt = 5
const done = (theCase: Case, command: AppraisalCommand, at = START): Case =>
  following(theCase, decideAppraisal(theCase, command, on(at)), at, by('ada', 'panel-member'))
const opened = (): Case => {
  const theCase = caseIn('specification')
  return following(theCase, openAppraisal(theCase, { attempt }, on(START)), START)
}
const answered = (theCase = opened()): Case =>
  checklistItems.reduce(
    (state, item) => done(state, { type: 'AnswerChecklist', item, person: 'ada', finding: 'met', comment: 'Yes.' }),
    theCase,
  )
const ballot = (person: string, option: string, round = 1): AppraisalCommand => ({
  ...{ type: 'VoteOnProposal', round, person, option, reasons: `${person} would ${option}` },
})
const voted = (theCase: Case, options: string[], round = 1): Case =>
  options.reduce((state, option, index) => done(state, ballot(members[index] ?? '', option, round)), theCase)
const count = (theCase: Case, at = START) => countAppraisal(theCase, { attempt }, on(at))
const counted = (theCase: Case, at = START) => following(theCase, count(theCase, at), at)
const all = (option: string) => members.map(() => option)
const dueAt = '2026-01-20T00:00:00.000Z'

describe('the appraisal (requirements §2, stage 3)', () => {
  test('opens with the vote and its deadline, once', () => {
    expect(types(openAppraisal(caseIn('specification'), { attempt }, on(START)))).toEqual([
      ...['AppraisalOpened', 'VoteOpened', 'WaitOpened'],
    ])
    expect(openAppraisal(opened(), { attempt }, on(START))).toEqual([])
    expect(refusedWith(() => openAppraisal(opened(), { attempt: 1 }, on(START)))).toBe('CaseMovedOn')
    expect(refusedWith(() => countAppraisal(opened(), { attempt: 1 }, on(START)))).toBe('CaseMovedOn')
  })

  test('entered again, what was answered stands and only the wait is opened anew', () => {
    const again = following(answered(), [{ type: 'StageEntered', data: { stage: 'specification', attempt: 6 } }], START)
    expect(types(openAppraisal(again, { attempt: 6 }, on(START)))).toEqual(['WaitOpened'])
    expect(Object.keys(again.appraisal?.answers ?? {})).toHaveLength(checklistItems.length)
  })

  test('is voted on when the whole checklist is answered; every missing item is named', () => {
    const one = done(opened(), {
      type: 'AnswerChecklist',
      item: 'risks',
      person: 'ada',
      finding: 'not met',
      comment: 'None named.',
    })
    const refused = refusal(() => decideAppraisal(one, ballot('ada', 'proceed'), on(START)))
    expect(refused.code).toBe('TooEarly')
    expect(refused.faults).toHaveLength(checklistItems.length - 1)
  })

  test('is answered over what was read: what another member wrote meanwhile is not replaced unread', () => {
    const ben = { type: 'AnswerChecklist', item: 'risks', person: 'ben', finding: 'met', comment: 'They are.' } as const
    const answer = (state: Case, over: string | null) => decideAppraisal(state, { ...ben, over }, on(START))
    const first = done(opened(), ben)
    expect(refusedWith(() => answer(first, null))).toBe('Stale')
    const { at = '' } = first.appraisal?.answers.risks ?? {}
    expect(types(answer(first, at))).toEqual(['ChecklistAnswered'])
    expect(refusedWith(() => answer(opened(), at))).toBe('Stale')
  })

  test('is the members’ alone, in its stage and time', () => {
    expect(refusedWith(() => decideAppraisal(opened(), ballot('stranger', 'proceed'), on(START)))).toBe('NotAllowed')
    expect(refusedWith(() => decideAppraisal(caseIn('specification'), ballot('ada', 'proceed'), on(START)))).toBe(
      'TooEarly',
    )
    expect(refusedWith(() => decideAppraisal(caseIn('tender'), ballot('ada', 'proceed'), on(START)))).toBe('WrongStage')
    const begun = voted(answered(), ['proceed'])
    const change = { type: 'AnswerChecklist', item: 'risks', person: 'ben', finding: 'met', comment: 'x' } as const
    expect(refusedWith(() => decideAppraisal(begun, change, on(START)))).toBe('TooLate')
    const over = counted(voted(answered(), all('proceed')))
    expect(refusedWith(() => decideAppraisal(over, change, on(START)))).toBe('TooLate')
    expect(refusedWith(() => decideAppraisal(over, ballot('ada', 'proceed'), on(START)))).toBe('TooLate')
  })

  test('proceeds with the reasons of those who said so', () => {
    const after = counted(
      voted(answered(), ['proceed', 'proceed', 'proceed', 'proceed', 'decline', 'return', 'abstain']),
    )
    expect(after.appraisal).toMatchObject({
      status: 'concluded',
      verdict: 'proceed',
      reasons: ['ada would proceed', 'ben would proceed', 'cat would proceed', 'dan would proceed'],
    })
    expect(count(after)).toEqual([])
    expect(openAppraisal(after, { attempt }, on(START))).toEqual([])
  })

  test('a decline ends the case, with the reasons', () => {
    const after = counted(voted(answered(), all('decline')))
    expect(after.life).toMatchObject({
      status: 'ended',
      outcome: 'declined',
      reason: expect.stringContaining('ada would decline'),
    })
  })

  test('a return waits for the proposer, whose revision is appraised afresh by the same panel', () => {
    const after = counted(voted(answered(), all('return')))
    expect(after.life.wait?.name).toBe('revision')
    expect(revision.waitsFor(after)).toEqual([{ kind: 'practice', id: 'ashlarke' }])
    expect(revision.answered(after, START)).toBe(false)
    const revised = done(after, { type: 'ReviseProposal', form: { ...form, problem: 'People wait ten months.' } })
    expect(revised.proposal).toMatchObject({ status: 'accepted', form: { problem: 'People wait ten months.' } })
    expect(revised.appraisal).toMatchObject({ status: 'open', round: 2, answers: {} })
    expect(revised.life.wait?.name).toBe('appraisal')
    expect(revised.panel).toEqual(after.panel)
  })

  test('a revision that is late is escalated; entered again, the proposer is asked again', () => {
    const after = counted(voted(answered(), all('return')))
    const { wait } = after.life
    if (!wait) throw new Error('nobody is asked')
    expect(types(revision.atDeadline(after, wait, wait.dueAt))).toEqual(['Escalated'])
    const again = following(after, [{ type: 'StageEntered', data: { stage: 'specification', attempt: 6 } }], START)
    expect(openAppraisal(again, { attempt: 6 }, on(START))).toMatchObject([{ data: { name: 'revision' } }])
  })

  test('a revision keeps what the panel was formed for; nothing is revised that was not returned', () => {
    const returned = counted(voted(answered(), all('return')))
    const other = { ...form, area: 'outpatients' as const, clinicalLead: { name: 'Another' } }
    const refused = refusal(() => decideAppraisal(returned, { type: 'ReviseProposal', form: other }, on(START)))
    expect(refused.faults.map(({ path }) => path[0])).toEqual(['area', 'clinicalLead'])
    expect(refusedWith(() => decideAppraisal(opened(), { type: 'ReviseProposal', form }, on(START)))).toBe('WrongStage')
  })

  test('a tie is put once more; not carried, the proposal is returned with everybody’s reasons', () => {
    const tie = ['proceed', 'proceed', 'proceed', 'decline', 'decline', 'decline', 'abstain']
    const again = counted(voted(answered(), tie))
    expect(again.appraisal?.vote).toMatchObject({ status: 'open', round: 2 })
    expect(again.life.wait?.name).toBe('appraisal')
    const after = counted(voted(again, tie, 2))
    expect(after.appraisal).toMatchObject({ verdict: 'return', reasons: { length: 7 } })
  })
})

describe('the wait for the appraisal', () => {
  test('is for those who have not voted, and over when all have, or at the deadline with the quorum', () => {
    const five = voted(answered(), all('proceed').slice(0, 5))
    expect(appraisalWait.waitsFor(five)).toEqual([
      { kind: 'person', id: 'fay' },
      { kind: 'person', id: 'guy' },
    ])
    expect(appraisalWait.answered(five, START)).toBe(false)
    expect(count(five)).toEqual([])
    expect(appraisalWait.answered(five, dueAt)).toBe(true)
    expect(counted(five, dueAt).appraisal).toMatchObject({ verdict: 'proceed' })
  })

  test('escalates without the quorum, saying what is missing; the vote is counted once the quorum is there', () => {
    const four = voted(answered(), all('proceed').slice(0, 4))
    const { wait } = four.life
    if (!wait) throw new Error('nothing is waited for')
    expect(appraisalWait.atDeadline(four, wait, dueAt)).toMatchObject([
      { type: 'Escalated', data: { because: 'Fewer than 5 members have voted on the proposal.' } },
    ])
    expect(appraisalWait.atDeadline(opened(), wait, dueAt)).toMatchObject([
      { data: { because: expect.stringContaining('7 items of the checklist are not answered.') } },
    ])
    expect(appraisalWait.answered(four, dueAt)).toBe(false)
    expect(appraisalWait.answered(done(four, ballot('eve', 'proceed')), dueAt)).toBe(true)
  })

  test('reminds before its deadline', () => {
    const remindAt = opened().life.wait?.remindAt ?? ''
    expect(attend(opened(), { caseId: 'case-1', attempt }, ['appraisal', 'revision'], remindAt)).toMatchObject({
      verdict: 'act',
      events: [{ type: 'Reminded', data: { who: { length: 7 } } }],
    })
  })
})

test('nobody sees another’s vote while the round is open; the members see all when it is counted', () => {
  const seen = (theCase: Case, id: string, as: 'panel-member' | 'programme-manager' | 'practice') => {
    const roles: ('practice' | 'programme-manager')[] = ['practice']
    const person = {
      id,
      name: id,
      email: `${id}@example.org`,
      roles,
      profession: 'gp' as const,
      skills: [],
      panelsFormedOn: [],
    }
    return JSON.stringify(viewAppraisal(theCase, { person, as }))
  }
  const during = voted(answered(), ['decline', 'proceed'])
  expect(seen(during, 'ben', 'panel-member')).toContain('ben would proceed')
  expect(seen(during, 'ben', 'panel-member')).not.toContain('ada would decline')
  expect(seen(during, 'pm', 'programme-manager')).not.toContain('would')
  const after = counted(voted(answered(), [...all('proceed').slice(0, 6), 'decline']))
  expect(seen(after, 'ben', 'panel-member')).toContain('guy would decline')
  expect(seen(after, 'pm', 'programme-manager')).not.toContain('guy would decline')
  expect(seen(after, 'person-01', 'practice')).not.toContain('vote')
})
