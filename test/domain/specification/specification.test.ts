import { describe, expect, test } from 'vitest'
import { decideBusinessCase, putBusinessCase } from '../../../domain/business-case/decide.ts'
import { businessCase as businessCaseWait } from '../../../domain/business-case/waits.ts'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { decideSpecification, type SpecificationCommand } from '../../../domain/specification/decide.ts'
import { countSpecification, openSpecification } from '../../../domain/specification/step.ts'
import { viewChanges, viewSpecification } from '../../../domain/specification/view.ts'
import { specificationVote, specification as specificationWait } from '../../../domain/specification/waits.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { by, CHAIR, caseIn, members, on, START } from '../case-in.ts'
import { interest, organisation } from '../nominees.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { content, criterion } from './content.ts'

const attempt = 5
const opened = (): Case => {
  const theCase = caseIn('specification')
  return following(theCase, openSpecification(theCase, { attempt }, on(START)), START)
}
const done = (theCase: Case, command: SpecificationCommand): Case =>
  following(theCase, decideSpecification(theCase, command, on(START)), START, by('ada', 'panel-member'))
const save = (basedOn: number, change: object = {}): SpecificationCommand => ({
  ...{ type: 'SaveVersion', basedOn, content: { ...content, ...change }, reason: 'A change.', person: 'ben' },
})
const written = (): Case => done(opened(), save(0))
const put = (version: number, person = CHAIR): SpecificationCommand => ({ type: 'PutToVote', version, person })
const voting = (): Case => done(written(), put(1))
const ballot = (person: string, option: string, round = 1): SpecificationCommand => ({
  ...{ type: 'VoteOnSpecification', person, option, round, reasons: `${person} is ${option}` },
})
const voted = (theCase: Case, options: string[], round = 1): Case =>
  options.reduce((state, option, index) => done(state, ballot(members[index] ?? '', option, round)), theCase)
const all = (option: string) => members.map(() => option)
const matter = (theCase: Case) => matterOf(theCase, [])
const count = (theCase: Case, at = START) => countSpecification(theCase, { attempt, matter: matter(theCase) }, on(at))
const counted = (theCase: Case, at = START): Case => following(theCase, count(theCase, at), at)
const approved = (): Case => counted(voted(voting(), all('for')))
const refused = (theCase: Case, command: SpecificationCommand) =>
  refusedWith(() => decideSpecification(theCase, command, on(START)))

describe('writing the specification (requirements §6)', () => {
  test('opens once, with its deadline', () => {
    expect(opened().life.wait).toMatchObject({ name: 'specification', dueAt: '2026-02-03T00:00:00.000Z' })
    expect(openSpecification(opened(), { attempt }, on(START))).toEqual([])
    expect(refusedWith(() => openSpecification(opened(), { attempt: 1 }, on(START)))).toBe('CaseMovedOn')
  })

  test('every version is kept, numbered, with who changed what and why', () => {
    const two = done(written(), save(1, { priceShare: '20' }))
    expect(two.specification).toMatchObject({ status: 'drafting', latest: 2 })
    expect(two.versions?.[1]?.content.priceShare).toBe('25')
    expect(two.versions?.[2]).toMatchObject({ number: 2, by: 'ben', reason: 'A change.', at: START })
    expect(viewChanges(two, 1, 2).changes.map(({ what }) => what)).toEqual(['Price share'])
    expect(refusedWith(() => viewChanges(two, 1, 3))).toBe('NotFound')
  })

  test('a stale edit is refused with what changed', () => {
    const two = done(written(), save(1, { priceShare: '20' }))
    const stale = refusal(() => decideSpecification(two, save(1, { priceShare: '30' }), on(START)))
    expect(stale.code).toBe('Stale')
    expect(stale.faults).toEqual([{ path: ['content', 'priceShare'], message: 'Changed since: Price share' }])
    expect(refused(opened(), save(4))).toBe('Stale')
  })

  test('what changes nothing is no version', () => expect(refused(written(), save(1))).toBe('AlreadyDone'))

  test('members comment on a version, a section or a criterion of it', () => {
    const commented = done(written(), {
      type: 'Comment',
      version: 1,
      section: 'service',
      text: 'Shorter.',
      person: 'cat',
    })
    expect(commented.comments?.[1]).toMatchObject({ section: 'service', text: 'Shorter.', by: 'cat' })
    const criterionId = { type: 'Comment', version: 1, criterion: 'nothing', text: 'x', person: 'cat' } as const
    expect(refused(written(), criterionId)).toBe('Invalid')
    expect(done(commented, { ...criterionId, criterion: 'access' }).specification?.comments).toBe(2)
    expect(refused(written(), { ...criterionId, version: 2 })).toBe('NotFound')
  })

  test('a comment is answered, resolved with what became of it, and open again when it is answered', () => {
    const commented = done(written(), { type: 'Comment', version: 1, text: 'Shorter.', person: 'cat' })
    const answered = done(commented, { type: 'AnswerComment', number: 1, text: 'By how much?', person: 'ben' })
    expect(answered.comments?.[1]).toMatchObject({
      by: 'cat',
      answers: [{ text: 'By how much?', by: 'ben', at: START }],
    })
    const resolve = { type: 'ResolveComment', number: 1, how: 'Half as long in version 2.', person: 'cat' } as const
    const resolved = done(answered, resolve)
    expect(resolved.comments?.[1]).toMatchObject({ resolved: { how: 'Half as long in version 2.', by: 'cat' } })
    expect(refused(resolved, resolve)).toBe('AlreadyDone')
    const again = done(resolved, { type: 'AnswerComment', number: 1, text: 'Still long.', person: 'dan' })
    expect(again.comments?.[1]?.resolved).toBeUndefined()
    expect(again.comments?.[1]?.answers).toHaveLength(2)
    expect(refused(again, { ...resolve, number: 2 })).toBe('NotFound')
    expect(refused(again, { ...resolve, person: 'stranger' })).toBe('NotAllowed')
  })

  test('is the panel’s alone, in its stage', () => {
    for (const person of ['stranger', 'person-pm'])
      expect(refused(written(), { ...save(1), person })).toBe('NotAllowed')
    expect(refused(caseIn('specification'), save(0))).toBe('TooEarly')
    expect(refused(caseIn('evaluation'), save(0))).toBe('WrongStage')
  })
})

describe('approving it by vote (requirements §6)', () => {
  test('the chair puts the last version, when it is complete; everything missing is named', () => {
    expect(refused(opened(), put(1))).toBe('TooEarly')
    expect(refused(written(), put(1, 'ben'))).toBe('NotAllowed')
    expect(refused(done(written(), save(1, { priceShare: '20' })), put(1))).toBe('Stale')
    const bare = done(opened(), save(0, { sections: {}, criteria: [criterion('a', '5')] }))
    expect(refusal(() => decideSpecification(bare, put(1), on(START))).faults).toHaveLength(14)
    expect(voting().life.wait).toMatchObject({ name: 'specification vote', dueAt: '2026-01-13T00:00:00.000Z' })
  })

  test('while it is voted on it does not change', () => {
    expect(refused(voting(), save(1, { priceShare: '20' }))).toBe('TooLate')
    expect(refused(voting(), put(1))).toBe('TooLate')
    expect(refused(approved(), save(1, { priceShare: '20' }))).toBe('TooLate')
    expect(refused(written(), ballot('ada', 'for'))).toBe('TooEarly')
  })

  test('is approved by more than half of the votes cast', () => {
    const after = counted(voted(voting(), ['for', 'for', 'for', 'against', 'abstain', 'abstain', 'abstain']))
    expect(after.specification).toMatchObject({ status: 'approved', version: 1, vote: { result: { kind: 'carried' } } })
    expect(count(after)).toEqual([])
    expect(openSpecification(after, { attempt }, on(START))).toEqual([])
  })

  test('against, or twice tied, it goes back to be written further, with the reasons', () => {
    const against = counted(voted(voting(), all('against')))
    expect(against.specification?.status).toBe('drafting')
    expect(against.life.wait?.name).toBe('specification')
    const tie = ['for', 'for', 'for', 'against', 'against', 'against', 'abstain']
    const again = counted(voted(voting(), tie))
    expect(again.specification).toMatchObject({ status: 'voting', vote: { status: 'open', round: 2 } })
    const events = count(voted(again, tie, 2))
    expect(types(events)).toEqual(['VoteCounted', 'SpecificationNotApproved', 'WaitOpened'])
    expect(events[1]?.data).toMatchObject({ reasons: { length: 4 } })
    expect(done(following(again, events, START), save(1, { priceShare: '20' })).specification?.latest).toBe(2)
  })

  test('the members’ interests are checked before their votes count; who is barred neither votes nor counts', () => {
    const before = voted(voting(), ['for', 'for', 'against', 'against', 'for', 'against'])
    const nominees = { ...before.nomination?.nominees }
    const fay = nominees['fay']
    if (fay?.status !== 'accepted' || !before.nomination) throw new Error('no nominee')
    nominees['fay'] = { ...fay, declaration: interest('talking', 'owner') }
    const theCase: Case = { ...before, nomination: { ...before.nomination, nominees } }
    const at = theCase.life.wait?.dueAt ?? ''
    const step = { attempt, matter: matterOf(theCase, [organisation('talking', 'provider', ['mental-health'])]) }
    const events = countSpecification(theCase, step, on(at))
    expect(types(events)).toEqual(['ConflictsChecked', 'MemberExcluded', 'VoteCounted', 'SpecificationApproved'])
    expect(events[2]?.data).toMatchObject({ tally: { votes: { for: 3, against: 2 }, members: 6 } })
  })

  test('a bar that leaves too few votes for the quorum is recorded, and the vote waits', () => {
    const five = voted(voting(), all('for').slice(0, 5))
    const ada = five.nomination?.nominees['ada']
    if (ada?.status !== 'accepted' || !five.nomination) throw new Error('no nominee')
    const nominees = { ...five.nomination.nominees, ada: { ...ada, declaration: interest('talking', 'owner') } }
    const theCase: Case = { ...five, nomination: { ...five.nomination, nominees } }
    const at = theCase.life.wait?.dueAt ?? ''
    const step = { attempt, matter: matterOf(theCase, [organisation('talking', 'provider', ['mental-health'])]) }
    expect(types(countSpecification(theCase, step, on(at)))).toEqual(['ConflictsChecked', 'MemberExcluded'])
  })
})

describe('the waits', () => {
  const execution = { caseId: 'case-1', attempt }
  const waits = ['specification', 'specification vote'] as const

  test('for a version: the members, then escalated', () => {
    const { wait } = opened().life
    if (!wait) throw new Error('nobody is waited for')
    expect(specificationWait.waitsFor(opened())).toHaveLength(7)
    expect(specificationWait.answered(opened(), wait.dueAt)).toBe(false)
    expect(types(specificationWait.atDeadline(opened(), wait, wait.dueAt))).toEqual(['Escalated'])
  })

  test('for the vote: those who have not voted; counted at the deadline with the quorum, else escalated', () => {
    const four = voted(voting(), all('for').slice(0, 4))
    const dueAt = four.life.wait?.dueAt ?? ''
    expect(specificationVote.waitsFor(four)).toHaveLength(3)
    expect(attend(four, execution, waits, START)).toMatchObject({ verdict: 'waiting' })
    expect(count(four, dueAt)).toEqual([])
    const { wait } = four.life
    if (!wait) throw new Error('nobody is waited for')
    expect(types(specificationVote.atDeadline(four, wait, dueAt))).toEqual(['Escalated'])
    const five = done(four, ballot('eve', 'for'))
    expect(attend(five, execution, waits, dueAt)).toEqual({ verdict: 'answered' })
    expect(counted(five, dueAt).specification?.status).toBe('approved')
  })

  test('entered again in the middle, drafting or voting goes on with the full time anew', () => {
    const again = (theCase: Case) =>
      following(theCase, [{ type: 'StageEntered', data: { stage: 'specification', attempt: 6 } }], START)
    const reopen = (theCase: Case) => openSpecification(again(theCase), { attempt: 6 }, on(START))
    expect(reopen(written())).toMatchObject([{ type: 'WaitOpened', data: { name: 'specification' } }])
    expect(reopen(voting())).toMatchObject([{ type: 'WaitOpened', data: { name: 'specification vote' } }])
    expect(again(voting()).specification).toEqual(voting().specification)
  })
})

const approver = { person: 'person-approver' }
const waiting = (): Case => following(approved(), putBusinessCase(approved(), { attempt }, on(START)), START)
const answer = (theCase: Case, next: 'back to the panel' | 'end the case') =>
  decideBusinessCase(theCase, { type: 'RejectBusinessCase', approver, reasons: 'Too dear.', next })

describe('the business case (requirements §2, stage 3)', () => {
  test('comes to the approver once for each specification that the panel approves', () => {
    expect(putBusinessCase(voting(), { attempt }, on(START))).toEqual([])
    expect(waiting().businessCase).toMatchObject({ status: 'put', round: 1, version: 1 })
    expect(waiting().life.wait).toMatchObject({ name: 'business case' })
    expect(putBusinessCase(waiting(), { attempt }, on(START))).toEqual([])
    expect(businessCaseWait.waitsFor(waiting())).toEqual([{ kind: 'approver' }])
    expect(refusedWith(() => putBusinessCase(waiting(), { attempt: 1 }, on(START)))).toBe('CaseMovedOn')
  })

  test('entered again unanswered, the approver is asked again', () => {
    const again = following(waiting(), [{ type: 'StageEntered', data: { stage: 'specification', attempt: 6 } }], START)
    expect(types(putBusinessCase(again, { attempt: 6 }, on(START)))).toEqual(['WaitOpened'])
  })

  test('is approved with reasons, once', () => {
    const command = { type: 'ApproveBusinessCase', approver, reasons: 'Wanted, and affordable.' } as const
    const after = following(waiting(), decideBusinessCase(waiting(), command), START, by('person-approver', 'approver'))
    expect(after.businessCase).toMatchObject({ status: 'approved', by: 'person-approver' })
    expect(businessCaseWait.answered(after, START)).toBe(true)
    expect(putBusinessCase(after, { attempt }, on(START))).toEqual([])
    expect(refusedWith(() => decideBusinessCase(after, command))).toBe('AlreadyDone')
    expect(refusedWith(() => decideBusinessCase(approved(), command))).toBe('TooEarly')
    expect(refusedWith(() => decideBusinessCase(caseIn('tender'), command))).toBe('WrongStage')
  })

  test('returned with reasons, the panel writes another round, and it comes again', () => {
    const returned = following(
      waiting(),
      answer(waiting(), 'back to the panel'),
      START,
      by('person-approver', 'approver'),
    )
    expect(returned.specification).toMatchObject({ status: 'drafting', round: 2, latest: 1 })
    expect(putBusinessCase(returned, { attempt }, on(START))).toEqual([])
    expect(refusedWith(() => answer(returned, 'end the case'))).toBe('AlreadyDone')
    const drafting = following(returned, openSpecification(returned, { attempt }, on(START)), START)
    expect(drafting.life.wait?.name).toBe('specification')
    const again = counted(
      voted(
        done(done(drafting, save(1, { priceShare: '20', criteria: [criterion('all', '80')] })), put(2)),
        all('for'),
      ),
    )
    const second = following(again, putBusinessCase(again, { attempt }, on(START)), START)
    expect(second.businessCase).toMatchObject({ status: 'put', round: 2, version: 2 })
  })

  test('rejected, the case ends, declined, with the reasons', () => {
    const after = following(waiting(), answer(waiting(), 'end the case'), START)
    expect(after.businessCase?.status).toBe('rejected')
    expect(after.life).toMatchObject({
      status: 'ended',
      outcome: 'declined',
      reason: expect.stringContaining('Too dear.'),
    })
  })

  test.each([
    ['who submitted the proposal', { person: 'pat' }],
    ['of the practice that proposed', { person: 'person-approver', practiceId: 'ashlarke' }],
  ])('is not decided by an approver %s', (_, own) => {
    const command = { type: 'ApproveBusinessCase', approver: own, reasons: 'x' } as const
    expect(refusedWith(() => decideBusinessCase(waiting(), command))).toBe('NotAllowed')
  })

  test('is not decided by an approver who took a seat on the panel', () => {
    const theCase = waiting()
    const [member = ''] = members
    const command = { type: 'ApproveBusinessCase', approver: { person: member }, reasons: 'x' } as const
    expect(refusedWith(() => decideBusinessCase(theCase, command))).toBe('NotAllowed')
  })

  test('is not decided by the provider that proposed', () => {
    const theCase = waiting()
    const form = { ...theCase.proposal.form, proposer: { kind: 'provider' as const, organisationId: 'talking' } }
    const theirs: Case = { ...theCase, proposal: { ...theCase.proposal, form } as Case['proposal'] }
    const command = {
      type: 'ApproveBusinessCase',
      approver: { ...approver, organisationId: 'talking' },
      reasons: 'x',
    } as const
    expect(refusedWith(() => decideBusinessCase(theirs, command))).toBe('NotAllowed')
  })

  test('unanswered at the deadline, it is escalated', () => {
    const { wait } = waiting().life
    if (!wait) throw new Error('nobody is waited for')
    expect(businessCaseWait.answered(waiting(), wait.dueAt)).toBe(false)
    expect(types(businessCaseWait.atDeadline(waiting(), wait, wait.dueAt))).toEqual(['Escalated'])
  })

  test('sent back from the tender, the panel writes further, and the approver is asked again', () => {
    const later = following(
      waiting(),
      [
        { type: 'BusinessCaseApproved', data: { reasons: 'Yes.' } },
        { type: 'StageEntered', data: { stage: 'tender', attempt: 6 } },
      ],
      START,
    )
    const back = following(
      later,
      decideLife(later, { type: 'SendBack', to: 'specification', reason: 'A gap.' }, on(START)),
      START,
    )
    expect(back.specification).toMatchObject({ status: 'drafting', round: 2 })
    expect(types(openSpecification(back, { attempt: 7 }, on(START)))).toEqual(['WaitOpened'])
  })
})

test('a member sees the vote’s state and their own ballot, and others’ when it is counted', () => {
  const viewer = (id: string) => ({
    person: {
      ...{ id, name: id, email: `${id}@example.org`, roles: ['practice' as const], profession: 'gp' as const },
      ...{ skills: [], panelsFormedOn: [] },
    },
    as: 'panel-member' as const,
  })
  const during = viewSpecification(voted(voting(), ['for', 'against']), viewer('ada'))
  expect(during.vote).toMatchObject({ status: 'open', on: '1', voted: 2, members: 7, yours: { option: 'for' } })
  expect(JSON.stringify(during)).not.toContain('ben is against')
  expect(JSON.stringify(viewSpecification(approved(), viewer('ada')))).toContain('ben is for')
  expect(viewSpecification(written(), viewer('ada'), 1)).toMatchObject({ version: { number: 1 }, missing: [] })
  expect(refusedWith(() => viewSpecification(written(), viewer('ada'), 9))).toBe('NotFound')
  expect(refusedWith(() => viewSpecification(caseIn('specification'), viewer('ada')))).toBe('NotFound')
})
