import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import type { RuleId } from '../../../domain/conflict/rule-rows.ts'
import type { Mail } from '../../../domain/message/message.ts'
import { calendarDays } from '../../../domain/time/deadline.ts'
import { openWait } from '../../../domain/wait/decide.ts'
import { peopleTold } from '../../../functions/messages/people-told.ts'
import { CHAIR, caseIn, members, START } from '../../domain/case-in.ts'
import { announced } from '../../domain/decision/ranked.ts'
import { withNominees } from '../../domain/nominees.ts'
import { following } from '../../domain/story.ts'

const specifying = caseIn('specification')
const waiting = following(specifying, [openWait(specifying, 'specification', START, calendarDays(60))], START)
const standing = announced()
const awarded = following(
  standing,
  [
    { type: 'AwardMade', data: { sitting: 1, organisationId: 'harbour' } },
    { type: 'StageEntered', data: { stage: 'after-award', attempt: 8 } },
  ],
  START,
)

const persons = (ids: readonly string[]) => ids.map((id) => ({ kind: 'person' as const, id }))
const office = ['programme-manager', 'deputy-programme-manager'].map((kind) => ({ kind })) as Mail['to']
const manager = office.slice(0, 1)
const meeting = { id: 1, purpose: 'specification' as const, startsAt: '2026-01-20T18:30:00.000Z', minutes: 90 }
const represented = { id: 1, organisationId: 'meadow', text: 'SECRET' }
const flagged = { result: 'flagged' as const, findings: [{ rule: 'flag-gift' as const, evidence: 'SECRET' }] }
const checked = { occasion: 'register' as const, register: '1-a', results: { ann: flagged } }

/** Ada sits until she is excluded. */
const without = following(waiting, [{ type: 'MemberExcluded', data: { person: 'ada', reason: 'SECRET' } }], START)
const byOwnWord = [{ rule: 'bar-this-case' as const, evidence: 'SECRET' }]
const byEntry = [{ rule: 'bar-family' as const, evidence: 'SECRET', enteredBy: 'miriam' }]
const barring = (
  person: string,
  findings: { rule: RuleId; evidence: string; enteredBy?: string }[],
  from: 'clear' | 'unchecked' = 'clear',
): CaseEvent => ({
  type: 'ConflictsChecked',
  data: {
    ...{ occasion: 'register', register: '1-a', results: { [person]: { result: 'barred', findings } } },
    changed: [{ person, from, to: 'barred', came: ['SECRET'], went: [] }],
  },
})
const approver: Mail['to'] = [{ kind: 'approver' }]
const out =
  /^Out for a conflict of interest: .* one person is out .* by what the register of interests says\. (?! Somebody)/
const outByEntry = /^Out for a conflict of interest: .* one person is out .* Somebody else entered what it rests on/
const ruledOut = /^Out for a conflict of interest: .* a member of the panel is out for .* by a ruling/
const pooled = withNominees([{ person: 'ada' }])

/** What happens, where; who is told, and how the mail begins. */
const told: [CaseEvent, Case, ...[Mail['to'], RegExp][]][] = [
  [
    { type: 'Reminded', data: { wait: 'specification', who: [...persons(members), { kind: 'programme-manager' }] } },
    waiting,
    [persons(members), /^Reminder: .* is waiting for you to write the specification/],
    [manager, /^Reminder: .* is waiting for you to write the specification/],
  ],
  [
    { type: 'Escalated', data: { wait: 'specification', because: 'Nothing was written.', chaseAt: START } },
    waiting,
    [office, /^Held up: .* is held up. Nothing was written. It is waiting for somebody to/],
    [persons(members), /^Overdue: .* is still waiting for you to .* since 9am on Monday 5 January 2026/],
  ],
  [{ type: 'ConflictsChecked', data: checked }, waiting, [office, /^An interest to rule on: .* one person has/]],
  [{ type: 'ConflictsChecked', data: { ...checked, changed: [] } }, waiting],
  // Nobody goes out unseen: not a member, nor who could be drawn, nor anybody by what somebody else entered.
  [barring('ada', byOwnWord), without, [office, out], [approver, out]],
  [barring('ada', byEntry), without, [office, outByEntry], [approver, outByEntry]],
  [barring('zoe', byEntry, 'unchecked'), waiting, [office, outByEntry], [approver, outByEntry]],
  [barring('ada', byOwnWord), pooled, [office, out], [approver, out]],
  // Who says so before they are checked is nobody who was put out; nor is who only follows the case.
  [barring('ada', byOwnWord, 'unchecked'), pooled],
  [barring('zoe', byOwnWord), waiting],
  // A finding that bars nobody is not what put them out.
  [barring('zoe', [...byOwnWord, { rule: 'flag-gift', evidence: 'SECRET', enteredBy: 'miriam' }]), waiting],
  [
    { type: 'PersonBarred', data: { person: 'ada', reasons: 'SECRET' } },
    without,
    [office, ruledOut],
    [approver, ruledOut],
  ],
  [{ type: 'PersonBarred', data: { person: 'zoe', reasons: 'SECRET' } }, waiting],
  [
    { type: 'ChallengeMade', data: { id: 1, practiceId: 'ashlarke', text: 'SECRET', dueAt: START } as never },
    waiting,
    [manager, /^A practice challenges how a case is run: /],
  ],
  [
    { type: 'MeetingPlanned', data: { ...meeting, place: 'The Old Mill', link: 'https://meet.example/SECRET' } },
    waiting,
    [persons(members), /^Save the date: specification meeting, 6:30pm on Tuesday 20 January 2026, .* Old Mill/],
  ],
  // One that is over is no news.
  [{ type: 'MeetingPlanned', data: { ...meeting, startsAt: START } }, waiting],
  [{ type: 'RepresentationMade', data: represented }, standing, [persons([CHAIR]), /^Waiting for you: .* answer/]],
  [
    { type: 'RepresentationMade', data: { ...represented, afterAward: true } },
    awarded,
    [[...office, { kind: 'approver' }, ...persons([CHAIR])], /^The award should have waited: /],
  ],
  [{ type: 'CasePaused', data: { reason: 'SECRET' } }, waiting],
  [
    { type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'SECRET' } },
    waiting,
    [[{ kind: 'practice', id: 'ashlarke' }, ...persons(members)], /^Withdrawn: .* There is nothing more for you to do/],
  ],
  [{ type: 'CaseEnded', data: { outcome: 'declined', reason: 'SECRET' } }, waiting],
]

test.each(told)(
  '%j is told to whom it concerns, and says nothing that is for the portal',
  (event, theCase, ...mails) => {
    const [message, ...more] = peopleTold(following(theCase, [event], START), [event], 41, START)
    expect(more).toEqual([])
    const sent = message?.data.mails ?? []
    expect(sent.map(({ to }) => to)).toEqual(mails.map(([to]) => to))
    for (const [index, [, begins]] of mails.entries())
      expect(`${sent[index]?.subject} ${sent[index]?.text}`.replaceAll('\n', ' ')).toMatch(begins)
    expect(message?.data.of ?? 41).toBe(41)
    expect(JSON.stringify(sent.map(({ subject, text }) => subject + text))).not.toMatch(
      /SECRET|\b(ada|ben|ashlarke|meadow)\b/,
    )
  },
)

test('whoever ruled that a member is out is not told so, and the others are', () => {
  const event: CaseEvent = { type: 'PersonBarred', data: { person: 'ada', reasons: 'SECRET' } }
  const by = { person: 'miriam', as: 'programme-manager' as const }
  const looked = following(
    without,
    [{ type: 'ConflictsChecked', data: { ...checked, results: { ada: flagged } } }],
    START,
  )
  const [message] = peopleTold(following(looked, [event], START, by), [event], 41, START)
  expect(message?.data.mails.map(({ but }) => but)).toEqual(['miriam', 'miriam'])
})
