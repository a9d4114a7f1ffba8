import { describe, expect, test } from 'vitest'
import { capacitiesOf } from '../../../domain/case/capacity.ts'
import type { Case } from '../../../domain/case/case.ts'
import { tell } from '../../../domain/case/tell.ts'
import { recheckWith } from '../../../domain/conflict/recheck.ts'
import type { Person } from '../../../domain/locality/locality.ts'
import { stepTender } from '../../../domain/tender/decide.ts'
import { decideOnFewTenders, fewTenders, viewFewTenders } from '../../../domain/tender/few-tenders.ts'
import type { FewTendersChoice } from '../../../domain/tender/few-tenders-choice.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { matter } from '../evaluation/scored.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { published } from './published.ts'
import { sealed } from './terms.ts'

const DUE = '2026-02-05T00:00:00.000Z'
const opening = { outcome: 'opened' as const, documentKey: 'k', answered: [], partners: [], priceIntact: true }

/** Opened, with these bidders. */
function openedWith(...organisations: string[]): Case {
  const submitted = following(
    published(),
    organisations.map((organisationId) => ({
      type: 'TenderSubmitted' as const,
      data: { organisationId, submittedBy: 'pia', quality: sealed(organisationId), price: sealed('p') },
    })),
    START,
  )
  const closed = following(submitted, stepTender(submitted, { type: 'CloseTender', attempt: 5 }, on(DUE)), DUE)
  const openings = Object.fromEntries(organisations.map((organisationId) => [organisationId, opening]))
  return following(closed, stepTender(closed, { type: 'OpenTenders', attempt: 5, openings }, on(DUE)), DUE)
}
const choosing = (theCase: Case, choice: FewTendersChoice, present = members, person = CHAIR) =>
  decideOnFewTenders(theCase, { choice, reasons: 'We talked it over.', present, person })
const attended = (theCase: Case) => attend(theCase, { caseId: 'case-1', attempt: 5 }, ['few tenders'], DUE).verdict

describe('the sole tender', () => {
  test('is decided on by nobody with an interest in it: all are checked as it is opened, and its chair is out', () => {
    const submitted = following(
      published(),
      [
        {
          type: 'TenderSubmitted',
          data: { organisationId: 'harbour', submittedBy: 'pia', quality: sealed('q'), price: sealed('p') },
        },
      ],
      START,
    )
    const closed = following(submitted, stepTender(submitted, { type: 'CloseTender', attempt: 5 }, on(DUE)), DUE)
    const entry = {
      ...{ person: CHAIR, recorded: [], dropped: [], interests: [], said: [], declaredAt: START },
      declaration: {
        kind: 'interests' as const,
        interests: [{ organisationId: 'harbour', kind: 'director' as const, detail: '' }],
      },
    }
    const matterOf = (after: Case) => ({
      ...matter(after, namedInTenders(after.tender, [])),
      entries: new Map([[CHAIR, entry]]),
    })
    const opening1 = stepTender(closed, { type: 'OpenTenders', attempt: 5, openings: { harbour: opening } }, on(DUE))
    const events = recheckWith(closed, opening1, { matterOf, occasion: 'tender opening' }, on(DUE))
    expect(types(events)).toEqual(['TendersOpened', 'WaitOpened', 'ConflictsChecked', 'MemberExcluded'])
    const after = following(closed, events, DUE)
    expect(refusedWith(() => choosing(after, 'no award'))).toBe('NotAllowed')
    expect(recheckWith(closed, [], { matterOf, occasion: 'tender opening' }, on(DUE))).toEqual([])
  })
})

describe('a chair who is away', () => {
  test('holds up nothing for good: once it is escalated another member leads, with the quorum, on the record', () => {
    const one = openedWith('harbour')
    const [, ben = ''] = members
    const without = members.filter((member) => member !== CHAIR)
    expect(refusedWith(() => choosing(one, 're-tender', without, ben))).toBe('NotAllowed')
    const { wait } = one.life
    if (!wait) throw new Error('It waits.')
    const late = following(one, fewTenders.atDeadline(one, wait, wait.dueAt), wait.dueAt)
    expect(fewTenders.waitsFor(late)).toEqual([CHAIR, ...without].map((id) => ({ kind: 'person', id })))
    const person = { id: ben, name: 'Ben', roles: [] } as unknown as Person
    expect(capacitiesOf(person, one)).not.toContain('chair')
    expect(capacitiesOf(person, late)).toContain('chair')
    const [chosen] = choosing(late, 're-tender', without, ben)
    expect(chosen).toMatchObject({ type: 'FewTendersDecided', data: { insteadOf: CHAIR } })
    if (!chosen) throw new Error('It was chosen.')
    expect(tell(chosen.type, chosen.data)).toContain('in the place of its chair')
    expect(refusal(() => choosing(late, 're-tender', without.slice(1), ben)).faults).toMatchObject([
      { message: 'You must take part: you lead in the chair’s place' },
    ])
    expect(choosing(late, 're-tender')[0]?.data).not.toHaveProperty('insteadOf')
  })
})

describe('fewer than two tenders (issue 6, point 5)', () => {
  test('with two there is nothing to choose', () => {
    const two = openedWith('harbour', 'meadow')
    expect(two.life.wait?.name).not.toBe('few tenders')
    expect(viewFewTenders(two)).toMatchObject({ few: false, tenders: 2 })
    expect(refusedWith(() => choosing(two, 'proceed'))).toBe('TooEarly')
  })

  test.each([[[]], [['harbour']]])('with %j the panel chooses, and the case waits for it', (organisations) => {
    const theCase = openedWith(...organisations)
    expect(attended(theCase)).toBe('waiting')
    expect(fewTenders.waitsFor(theCase)).toEqual([{ kind: 'person', id: CHAIR }])
    const chosen = following(theCase, choosing(theCase, 're-tender'), DUE)
    expect(attended(chosen)).toBe('answered')
    expect(refusedWith(() => choosing(chosen, 'no award'))).toBe('AlreadyDone')
    const { wait } = theCase.life
    if (!wait) throw new Error('It waits.')
    expect(types(fewTenders.atDeadline(theCase, wait, wait.dueAt))).toEqual(['Escalated'])
  })

  test('going on needs a tender; the chair records it, with a quorum of members', () => {
    const [none, one] = [openedWith(), openedWith('harbour')]
    expect(viewFewTenders(none).choices).not.toContain('proceed')
    expect(refusal(() => choosing(none, 'proceed')).faults).toMatchObject([{ path: ['choice'] }])
    expect(types(choosing(one, 'proceed'))).toEqual(['FewTendersDecided'])
    expect(refusal(() => choosing(one, 'proceed', [CHAIR])).faults).toMatchObject([{ path: ['present'] }])
    const other = members.find((member) => member !== CHAIR) ?? ''
    expect(refusedWith(() => choosing(one, 'proceed', members, other))).toBe('NotAllowed')
  })
})
