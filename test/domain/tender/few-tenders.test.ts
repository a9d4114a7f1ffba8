import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { stepTender } from '../../../domain/tender/decide.ts'
import { decideOnFewTenders, fewTenders, viewFewTenders } from '../../../domain/tender/few-tenders.ts'
import type { FewTendersChoice } from '../../../domain/tender/few-tenders-choice.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
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
