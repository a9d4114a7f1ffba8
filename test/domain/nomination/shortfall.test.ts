import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { factsOf } from '../../../domain/nomination/facts.ts'
import { shortfall, shortfallTold } from '../../../domain/nomination/shortfall.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { small, type Told, withNominees } from '../nominees.ts'
import { following, monday } from '../story.ts'

const settings = { ...small, nomination: { smallestPool: 4 } }
const soFar = (nominees: Told[]) => withNominees(nominees, settings)
const enough: Told[] = [
  { person: 'ann', profession: 'gp' },
  { person: 'bob', profession: 'practice-manager' },
  { person: 'cyd', profession: 'nurse', experienced: true },
  { person: 'dee', profession: 'gp' },
]

test('says how many there are of how many, and each least number that cannot be met yet', () => {
  expect(shortfall(soFar([]))).toEqual([
    '0 of the 4 nominees needed',
    'nominees from 0 practices for 3 seats, one for each practice',
    '0 of at least 1 GP',
    '0 of at least 1 practice manager',
    '0 of at least 1 who sat on a panel recently',
  ])
  const [ann, , cyd, dee] = enough as [Told, Told, Told, Told]
  expect(shortfallTold(soFar([ann, cyd, dee, { person: 'eve', practice: 'practice-of-ann' }]))).toBe(
    'So far there are 0 of at least 1 practice manager.',
  )
})

test('says which skills the case needs and the nominees lack, by the person and not by hearsay', () => {
  const needing = { ...settings, panel: { ...settings.panel, skills: [{ name: 'safeguarding', fewest: 2 }] } }
  const theCase = withNominees(enough, needing)
  expect(shortfall(theCase)).toEqual(['0 of at least 2 with the skill “safeguarding”'])
  const facts = factsOf(
    {
      ...{ id: 'ann', name: 'Ann', email: 'ann@example.org' },
      ...{ roles: ['practice'], profession: 'gp', practiceId: 'practice-of-ann' },
      ...{ skills: ['safeguarding', 'accounts'], panelsFormedOn: [] },
    },
    theCase.ruleBook.panel.skills,
    monday,
  )
  // Of skills that the case does not need nothing is kept.
  expect(facts.skills).toEqual(['safeguarding'])
  const nominees = theCase.nomination?.nominees ?? {}
  const able = Object.fromEntries(
    Object.entries(nominees).map(([id, one]) => [id, id === 'ann' || id === 'dee' ? { ...one, ...facts } : one]),
  )
  const skilled = { ...theCase, nomination: theCase.nomination && { ...theCase.nomination, nominees: able } } as Case
  expect(shortfall(skilled)).not.toContainEqual(expect.stringContaining('skill'))
})

test('says nothing where nothing is lacking, and does not count whoever is barred', () => {
  const theCase = soFar(enough)
  expect([shortfall(theCase), shortfallTold(theCase)]).toEqual([[], ''])
  const barred = {
    checkedAt: monday,
    standings: { bob: { status: 'barred', findings: [] } },
  } as unknown as Case['conflicts']
  expect(shortfall({ ...theCase, ...(barred && { conflicts: barred }) })).toContain('0 of at least 1 practice manager')
})

test('the reminder goes to the programme manager and to practices that have answered, while something is lacking', () => {
  const reminded = (nominees: Told[], unanswered: string[]) => {
    const theCase = following(
      soFar(nominees),
      [
        { type: 'StageEntered', data: { stage: 'nomination', attempt: 4 } },
        { type: 'WaitOpened', data: { name: 'nominations', remindAt: monday, dueAt: '2026-01-20T00:00:00.000Z' } },
      ],
      monday,
    )
    const nomination = theCase.nomination && {
      ...theCase.nomination,
      status: 'open',
      practices: ['practice-of-ann', ...unanswered],
    }
    const open = { ...theCase, nomination } as Case
    const attendance = attend(open, { caseId: open.id, attempt: 4 }, ['nominations'], monday)
    if (attendance.verdict !== 'act') throw new Error(`It is ${attendance.verdict}.`)
    return attendance.events
  }
  expect(reminded(enough.slice(0, 1), ['elsewhere'])).toMatchObject([
    {
      type: 'Reminded',
      data: {
        who: [
          { kind: 'practice', id: 'elsewhere' },
          { kind: 'programme-manager' },
          { kind: 'practice', id: 'practice-of-ann' },
        ],
      },
    },
  ])
  expect(reminded(enough, ['elsewhere'])).toMatchObject([{ data: { who: [{ kind: 'practice', id: 'elsewhere' }] } }])
})
