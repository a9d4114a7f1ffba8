import { describe, expect, test } from 'vitest'
import { mustHaveBeenHeld, notYetHeld } from '../../../domain/proposal/consulted.ts'
import { decideProposal, submitProposal } from '../../../domain/proposal/decide.ts'
import { proposalFormSchema } from '../../../domain/proposal/proposal.ts'
import { defaultRuleBook } from '../../../domain/rule-book/rule-book.ts'
import { following, form, given, manager, monday, refusal, refusedWith, submitted, types } from '../story.ts'

const now = { by: manager, at: monday }
const accept = { type: 'AcceptProposal', ruleBook: defaultRuleBook() } as const

describe('the proposal form (requirements §3)', () => {
  test('a whole one is taken as it is', () => {
    expect(proposalFormSchema.parse(form)).toEqual(form)
  })

  test('everything missing is said at once, next to its field', () => {
    const { title: _, problem: __, ...rest } = form
    const { error } = proposalFormSchema.safeParse({ ...rest, objectives: [], costs: { ...form.costs, oneOff: -1 } })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['title', 'problem', 'objectives', 'costs.oneOff'])
  })

  test('the staff who provide the service today, and patients, must have been asked', () => {
    const { error } = proposalFormSchema.safeParse({ ...form, consulted: [] })
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'Consult the staff who provide the service today, and say what they said',
      'Consult a patient group, and say what they said',
    ])
  })
})

describe('a consultation is evidence: it has been held (requirements §1)', () => {
  const dated = (...days: unknown[]) => ({ consulted: days.map((when) => ({ when })) })

  test('one of a day to come is a fault at its own field; one of today, or unfinished, is none', () => {
    expect(notYetHeld(dated('2026-01-05', '2026-01-06', '', 7, '2027-01-01'), monday).map(({ path }) => path)).toEqual([
      ['consulted', 1, 'when'],
      ['consulted', 4, 'when'],
    ])
    expect(notYetHeld({ consulted: 'no list' }, monday)).toEqual([])
    expect(notYetHeld({ consulted: [null] }, monday)).toEqual([])
  })

  test('no proposal is submitted again with one', () => {
    expect(refusal(() => mustHaveBeenHeld(dated('2026-02-01'), monday, ['form'])).faults).toMatchObject([
      { path: ['form', 'consulted', 0, 'when'] },
    ])
    mustHaveBeenHeld(form, monday)
  })
})

describe('submission (requirements §2, stage 0)', () => {
  test('opens the triage: a reminder after 10 working days, an escalation after 15', () => {
    const [, wait] = submitProposal(form, 'person-01', now)
    expect(wait).toEqual({
      type: 'WaitOpened',
      data: { name: 'triage', remindAt: '2026-01-20T00:00:00.000Z', dueAt: '2026-01-27T00:00:00.000Z' },
    })
  })

  test('an accepted proposal has its rules fixed', () => {
    const ruleBook = { ...defaultRuleBook(), panel: { ...defaultRuleBook().panel, size: 5 } }
    const events = decideProposal(given(...submitted), { type: 'AcceptProposal', ruleBook }, now)
    expect(following(given(...submitted), events, monday).ruleBook.panel.size).toBe(5)
  })

  test('rules that no panel could meet are refused, all at once, each where it stands', () => {
    const { panel, voting } = defaultRuleBook()
    const accepting = (limits: Partial<typeof panel>, quorum = voting.quorum) => {
      const ruleBook = { ...defaultRuleBook(), panel: { ...panel, ...limits }, voting: { ...voting, quorum } }
      return () => decideProposal(given(...submitted), { type: 'AcceptProposal', ruleBook }, now)
    }
    const skills = [
      { name: 'safeguarding', fewest: 4 },
      { name: 'talking therapies', fewest: 5 },
    ]
    const limits = {
      size: 4,
      fewestGps: 3,
      fewestPracticeManagers: 2,
      fewestExperienced: 2,
      mostExperienced: 1,
      skills,
    }
    const { code, faults } = refusal(accepting(limits))
    expect(code).toBe('Invalid')
    expect(faults.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'ruleBook.panel.skills.1.fewest: Ask for at most 4 members with the skill talking therapies: the panel has 4 members',
      'ruleBook.voting.quorum: Ask for at most 4 members as the quorum: the panel has 4 members',
      'ruleBook.panel.fewestPracticeManagers: Ask for at most 1 practice managers: the panel has 4 members, of whom at least 3 must be GPs',
      'ruleBook.panel.mostExperienced: Allow at least 2 members with recent experience: so many are needed',
    ])
    const greatest = { ...limits, fewestPracticeManagers: 1, mostExperienced: 2, skills: skills.slice(0, 1) }
    expect(types(accepting(greatest, 4)())).toEqual(['ProposalAccepted'])
    // Named twice, and a panel greater than the pool with which nominations close.
    const more = { ...greatest, size: 11, skills: [...skills, { name: 'Safeguarding', fewest: 1 }] }
    expect(refusal(accepting(more, 4)).faults.map(({ path }) => path.join('.'))).toEqual([
      'ruleBook.nomination.smallestPool',
      'ruleBook.panel.skills.2.name',
    ])
  })

  test('a returned one carries its reasons, and the proposer has its time to correct it', () => {
    const events = decideProposal(given(...submitted), { type: 'ReturnProposal', reasons: 'Say who leads it.' }, now)
    const returned = following(given(...submitted), events, monday)
    expect(returned.proposal).toMatchObject({ status: 'returned', returns: [{ reasons: 'Say who leads it.' }] })
    expect(returned.life.wait?.name).toBe('correction')
    const again = decideProposal(returned, { type: 'ResubmitProposal', form }, now)
    expect(following(returned, again, monday)).toMatchObject({
      proposal: { status: 'submitted', returns: [{ reasons: 'Say who leads it.' }] },
      life: { wait: { name: 'triage' } },
    })
  })

  test('is judged once', () => {
    const accepted = following(given(...submitted), decideProposal(given(...submitted), accept, now), monday)
    expect(refusedWith(() => decideProposal(accepted, accept, now))).toBe('AlreadyDone')
    expect(refusedWith(() => decideProposal(given(...submitted), { type: 'ResubmitProposal', form }, now))).toBe(
      'AlreadyDone',
    )
  })

  test('only areas the company leads go to a panel; the others are told where to take it', () => {
    const elsewhere = given({
      type: 'ProposalSubmitted',
      data: { form: { ...form, area: 'tertiary' }, submittedBy: 'person-01' },
    })
    expect(refusal(() => decideProposal(elsewhere, accept, now)).message).toContain('level 4')
    expect(types(decideProposal(elsewhere, { type: 'RedirectProposal' }, now))).toEqual([
      'ProposalRedirected',
      'CaseEnded',
    ])
    expect(refusedWith(() => decideProposal(given(...submitted), { type: 'RedirectProposal' }, now))).toBe('NotAllowed')
  })
})

test.each([
  ['title', { title: 'Foot care\r\nBcc: everybody@example.org' }],
  ['clinicalLead.name', { clinicalLead: { name: 'Dr\u0000 Ash' } }],
])('what stands in subjects of emails is one line: %s', (path, wrong) => {
  const { error } = proposalFormSchema.safeParse({ ...form, ...wrong })
  expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
    [path, expect.stringContaining('on one line')],
  ])
})
