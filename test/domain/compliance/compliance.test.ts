import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { Verdict } from '../../../domain/compliance/compliance.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { raiseQuestion } from '../../../domain/compliance/raise.ts'
import { viewCompliance } from '../../../domain/compliance/view.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { recheckCase } from '../../../domain/conflict/recheck.ts'
import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import type { Interest } from '../../../domain/register/declaration.ts'
import { namedInTenders, unknownInTenders } from '../../../domain/tender/named.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { waitRules } from '../../../domain/wait/rules.ts'
import { members, on, START } from '../case-in.ts'
import { matter, opened, stepped, tendered } from '../evaluation/scored.ts'
import { following, refusal, refusedWith, types } from '../story.ts'

const [member = '', another = ''] = members
const unread = { id: '0'.repeat(32), name: 'Plan.pdf', outcome: 'failed' as const, reason: 'Part 2 of 3 is gone.' }

/** Harbour has a document that cannot be read, Ridge could not be opened, Meadow is as it should be. */
function questioned(): Case {
  const theCase = tendered({
    harbour: { ...opened(), documents: [unread] },
    meadow: opened(),
    ridge: { outcome: 'failed', reason: 'Its hash differs.' },
  })
  const checked = stepped(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase) })
  return stepped(checked, { type: 'CheckCompliance', attempt: 6, matter: matter(checked) })
}
const ruled = (theCase: Case, id: number, verdict: Verdict, person: string): Case =>
  following(
    theCase,
    ruleOnCompliance(theCase, { id, verdict, reasons: `${person} says so.`, person }, on(START)),
    START,
  )
const closing = (theCase: Case) => stepEvaluation(theCase, { type: 'CloseCompliance', attempt: 6 }, on(START))
const attended = (theCase: Case) => attend(theCase, { caseId: 'case-1', attempt: 6 }, ['compliance'], START).verdict

describe('compliance (issue 6, point 6)', () => {
  test('what the opening found wrong waits for people, and nothing is excluded by itself', () => {
    const theCase = questioned()
    expect(viewCompliance(theCase, START).questions).toMatchObject([
      {
        id: 1,
        organisationId: 'harbour',
        requirement: 'document',
        says: 'Its document “Plan.pdf” cannot be read. Part 2 of 3 is gone.',
        mayPass: true,
      },
      { id: 2, organisationId: 'ridge', requirement: 'opened', says: 'Its hash differs.', mayPass: false },
    ])
    expect(theCase.life.wait?.name).toBe('compliance')
    expect(attended(theCase)).toBe('waiting')
    expect(closing(theCase)).toEqual([])
    expect(waitRules.compliance.waitsFor(theCase)).toEqual([{ kind: 'programme-manager' }])
  })

  test('what a member ruled who is found to be conflicted counts no more, and is shown as such', () => {
    const excluded = (theCase: Case) =>
      following(theCase, [{ type: 'MemberExcluded', data: { person: member, reason: 'A director of Meadow.' } }], START)
    const out = ruled(ruled(ruled(questioned(), 1, 'pass', 'pm'), 2, 'fail', 'pm'), 2, 'fail', member)
    const without = excluded(out)
    expect(viewCompliance(without, START).questions[1]).toMatchObject({ outcome: undefined, first: { person: 'pm' } })
    expect(attended(without)).toBe('waiting')
    expect(closing(without)).toEqual([])
    const first = ruled(ruled(questioned(), 2, 'fail', member), 2, 'fail', another)
    expect(viewCompliance(excluded(first), START).questions[1]).toMatchObject({ first: { person: another } })
    expect(without.compliance?.questions[1]?.setAside).toMatchObject([{ person: member, verdict: 'fail' }])
  })

  test('one person lets a tender pass; an exclusion takes two, one of the panel among them', () => {
    const passed = ruled(questioned(), 1, 'pass', 'pm')
    const once = ruled(passed, 2, 'fail', 'pm')
    expect(attended(once)).toBe('waiting')
    expect(waitRules.compliance.waitsFor(once).every(({ kind }) => kind === 'person')).toBe(true)
    expect(refusal(() => ruled(once, 2, 'fail', 'pm')).message).toContain('Somebody else must agree')
    expect(refusal(() => ruled(once, 2, 'fail', 'deputy')).message).toContain('must sit on the panel')
    const twice = ruled(once, 2, 'fail', member)
    expect(attended(twice)).toBe('answered')
    expect(closing(twice)).toMatchObject([
      {
        type: 'ComplianceChecked',
        data: {
          findings: [
            { organisationId: 'harbour', reasons: [] },
            { organisationId: 'meadow', reasons: [] },
            { organisationId: 'ridge', reasons: [`Its hash differs. pm says so. ${member} says so.`] },
          ],
        },
      },
    ])
  })

  test('where the second does not agree, the tender passes', () => {
    const says = { organisationId: 'meadow', requirement: 'other' as const, says: 'No plan.', person: member }
    const raised = following(questioned(), raiseQuestion(questioned(), says, on(START)), START)
    const theCase = ruled(ruled(raised, 3, 'fail', member), 3, 'pass', another)
    expect(viewCompliance(theCase, START).questions[2]).toMatchObject({ outcome: 'pass', first: { verdict: 'fail' } })
  })

  test('what leaves nothing to score cannot pass; what is ruled on is not ruled on again', () => {
    expect(refusedWith(() => ruled(questioned(), 2, 'pass', member))).toBe('NotAllowed')
    expect(refusedWith(() => ruled(ruled(questioned(), 1, 'pass', member), 1, 'fail', another))).toBe('AlreadyDone')
    expect(refusedWith(() => ruled(questioned(), 3, 'pass', member))).toBe('NotFound')
  })

  test('at the deadline it is escalated, and still nothing is excluded', () => {
    const theCase = questioned()
    const { wait } = theCase.life
    if (!wait) throw new Error('It waits.')
    expect(types(waitRules.compliance.atDeadline(theCase, wait, wait.dueAt))).toEqual(['Escalated'])
  })

  test('checked twice it is asked once', () => {
    expect(
      stepEvaluation(questioned(), { type: 'CheckCompliance', attempt: 6, matter: matter(questioned()) }, on(START)),
    ).toEqual([])
  })
})

describe('whom a tender names (requirements §4)', () => {
  const works = (organisationId: string, more: Partial<Interest> = {}): Interest => ({
    ...{ organisationId, kind: 'employee', detail: '' },
    ...more,
  })
  const brook = [{ name: 'Brook', as: 'subcontractor' as const }]
  const zenith = [{ name: 'Zenith Care', as: 'partner' as const }]

  /** What compliance asks where these tender, and these people have declared these interests. */
  function asked(partners: Record<string, typeof brook | typeof zenith>, interests: Record<string, Interest[]>) {
    const theCase = tendered(
      Object.fromEntries(Object.entries(partners).map(([id, some]) => [id, { ...opened(), partners: some }])),
    )
    const known = matter(theCase)
    const all = [...known.organisations.values()]
    const { proposal, ruleBook } = theCase
    const entries = Object.entries(interests).map(([person, some]) => ({
      ...{ person, declaration: { kind: 'interests' as const, interests: some }, declaredAt: START },
      ...{ dropped: [], recorded: [] },
    }))
    const against = matterOf(
      { proposal, ruleBook },
      { version: '1', organisations: all, entries },
      namedInTenders(theCase.tender, all),
      { at: START, officers: ['pm'], unknown: unknownInTenders(theCase.tender, all) },
    )
    const opening = following(theCase, recheckCase(theCase, against, 'tender opening'), START)
    const checked = stepped(opening, { type: 'CheckBidders', attempt: 6, matter: against })
    return viewCompliance(stepped(checked, { type: 'CheckCompliance', attempt: 6, matter: against }), START).questions
  }

  test.each([
    [
      'a member’s employer',
      brook,
      { ben: [works('brook')] },
      /“Brook” as subcontractor\. Because of that, one person who was to judge or decide is locked/,
    ],
    [
      'an employer of two',
      brook,
      { ben: [works('brook')], cat: [works('brook')] },
      /2 people who were to judge or decide are locked out/,
    ],
    ['of who runs the case', brook, { pm: [works('brook', { kind: 'director' })] }, /one person who was/],
    ['that the register does not know', zenith, { ben: [works('Zenith Care')] }, /“Zenith Care” as partner/],
  ])('is looked at where the name put somebody out: %s', (_, partners, interests, says) => {
    const questions = asked({ harbour: partners, meadow: [] }, interests)
    expect(questions).toMatchObject([
      {
        organisationId: 'harbour',
        requirement: 'named',
        says: expect.stringMatching(says),
        mayPass: true,
        mayAsk: true,
      },
    ])
  })

  test.each([
    ['nobody is out for it', { harbour: brook }, { ben: [works('elsewhere')] }],
    ['they are out for the bidder itself', { harbour: brook }, { ben: [works('harbour'), works('brook')] }],
    ['whoever is out was to judge nothing', { harbour: brook }, { zoe: [works('brook')] }],
    ['it is the bidder', { brook: [] }, { ben: [works('brook')] }],
  ])('is no question where %s', (_, partners, interests) => expect(asked(partners, interests)).toEqual([]))

  test('is a question of each tender that names it', () => {
    const questions = asked({ harbour: brook, meadow: brook }, { ben: [works('brook')] })
    expect(questions.map(({ organisationId }) => organisationId)).toEqual(['harbour', 'meadow'])
  })
})
