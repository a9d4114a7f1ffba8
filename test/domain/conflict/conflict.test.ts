import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { checkConflicts } from '../../../domain/conflict/check.ts'
import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { flagged, isBarred, mayServe } from '../../../domain/conflict/conflict.ts'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import { matterOf, type NamedInTender } from '../../../domain/conflict/matter.ts'
import { viewConflicts } from '../../../domain/conflict/view.ts'
import { adjudication, flagsInMidstage } from '../../../domain/conflict/waits.ts'
import { recheckMembers } from '../../../domain/panel/recheck.ts'
import type { Declaration } from '../../../domain/register/declaration.ts'
import { interest, organisation, register, withNominees } from '../nominees.ts'
import { following, form, monday, refusedWith, types } from '../story.ts'
import { by, checked, nominees, rule, ruled, somebody, step } from './checked.ts'

const nothing: Declaration = { kind: 'nothing to declare' }
const proposal = { form, submittedBy: 'person-01' }
const check = (
  declaration: Declaration,
  { person = 'ann', practiceId = 'elsewhere', named = [] as NamedInTender[], from = proposal } = {},
) => checkConflicts(person, { practiceId, declaration }, matterOf({ proposal: from }, register, named))

describe('the rules (requirements §4), each by its identifier', () => {
  test.each([
    ['bar-company', interest('company', 'director'), 'barred'],
    ['bar-company', interest('company', 'employee'), 'barred'],
    ['flag-other', interest('company', 'owner'), 'flagged'],
    ['bar-own-provider', interest('federation', 'director'), 'barred'],
    ['bar-own-provider', interest('federation', 'owner'), 'barred'],
    ['bar-this-case', interest('talking', 'partner'), 'barred'],
    ['bar-this-case', interest('talking', 'employee'), 'barred'],
    ['bar-family', interest('talking', 'family'), 'barred'],
    ['bar-family', interest('company', 'family'), 'barred'],
    ['flag-paid-adviser', interest('talking', 'paid-adviser'), 'flagged'],
    ['flag-other', interest('talking', 'other'), 'flagged'],
    ['flag-other', interest('bones', 'other'), 'flagged'],
    ['flag-unknown-organisation', interest('nobody-knows', 'employee'), 'flagged'],
  ] as const)('%s', (rule, declaration, result) => {
    const found = check(declaration)
    expect(found.result).toBe(result)
    expect(found.findings.map((finding) => finding.rule)).toContain(rule)
    expect(found.findings[0]?.evidence).toMatch(/^Declared: .+\.$|^Declared: .+”$/)
  })

  test.each(['director', 'owner', 'employee', 'paid-adviser', 'family'] as const)(
    'being %s of an organisation without a stake in the case is nothing',
    (kind) => expect(check(interest('bones', kind))).toEqual({ result: 'clear', findings: [] }),
  )

  test('an organisation named in a tender has a stake, as bidder, partner or subcontractor', () => {
    const found = check(interest('bones', 'employee'), { named: [{ organisationId: 'bones', as: 'subcontractor' }] })
    expect(found).toMatchObject({ result: 'barred', findings: [{ rule: 'bar-this-case' }] })
    expect(found.findings[0]?.evidence).toBe(
      'Declared: is employed by The bones, which is named in a tender as subcontractor.',
    )
  })

  test('the proposer, clinical lead and project manager are ineligible, and not conflicted', () => {
    const from = { ...proposal, form: { ...form, clinicalLead: { name: 'Ann', personId: 'ann' } } }
    expect(check(nothing, { person: 'person-01' })).toMatchObject({ result: 'ineligible' })
    expect(check(nothing, { from })).toMatchObject({
      result: 'ineligible',
      findings: [{ rule: 'ineligible-proposer', evidence: 'Is the clinical lead of this proposal.' }],
    })
  })

  test('a nominee of the practice that proposed is flagged', () => {
    expect(check(nothing, { practiceId: 'ashlarke' })).toMatchObject({
      result: 'flagged',
      findings: [{ rule: 'flag-host' }],
    })
  })

  test('the gravest finding decides, and every finding is kept', () => {
    const both: Declaration = {
      kind: 'interests',
      interests: [
        { organisationId: 'bones', kind: 'other', detail: 'A gift.' },
        { organisationId: 'talking', kind: 'director', detail: '' },
      ],
    }
    const found = check(both, { practiceId: 'ashlarke' })
    expect(found.result).toBe('barred')
    expect(found.findings.map(({ rule }) => rule)).toEqual(['bar-this-case', 'flag-host', 'flag-other'])
  })
})

describe('the check of the nominees (requirements §2, stage 2)', () => {
  test('records how each stands, with the version of the register, and opens the wait for rulings; once', () => {
    const events = step(withNominees(nominees))
    expect(types(events)).toEqual(['ConflictsChecked', 'WaitOpened'])
    expect(events[0]?.data).toMatchObject({
      occasion: 'panel formation',
      register: matterOf(checked(), register).register,
    })
    expect(flagged(checked().conflicts)).toEqual(['bob', 'cyd'])
    expect(mayServe(checked().conflicts, 'ann')).toBe(true)
    expect(isBarred(checked().conflicts, 'dee')).toBe(true)
    expect(step(checked())).toEqual([])
    // Where nothing is flagged, nothing waits.
    expect(types(step(withNominees([{ person: 'ann' }])))).toEqual(['ConflictsChecked'])
  })

  test('checks again when the register has changed, and opens no second wait', () => {
    const grown = [...register, organisation('new-one', 'provider', ['mental-health'])]
    expect(types(step(checked(), grown))).toEqual(['ConflictsChecked'])
  })

  test('belongs to the execution of now', () => {
    expect(
      refusedWith(() =>
        checkNominees(checked(), { attempt: 9, matter: matterOf(checked(), register) }, { by, at: monday }),
      ),
    ).toBe('CaseMovedOn')
  })

  test('waits for the programme manager, is answered when nothing is flagged, and escalates', () => {
    const theCase = checked()
    expect(adjudication.waitsFor(theCase)).toEqual([{ kind: 'programme-manager' }])
    expect(adjudication.answered(theCase, monday)).toBe(false)
    const { wait } = theCase.life
    if (!wait) throw new Error('nothing is waited for')
    expect(adjudication.atDeadline(theCase, wait, wait.dueAt)).toMatchObject([
      { type: 'Escalated', data: { because: '2 flagged interests have not been adjudicated.' } },
    ])
    expect(adjudication.answered(ruled(ruled(theCase, 'bob'), 'cyd'), monday)).toBe(true)
  })

  test('does not wait for a ruling on who decides without sitting: it is chased beside it', () => {
    const settled = ruled(ruled(checked(), 'bob'), 'cyd')
    const officer = following(
      settled,
      [
        {
          type: 'ConflictsChecked',
          data: {
            ...{ occasion: 'register', register: '2-b' },
            results: {
              'person-pm': { result: 'flagged', findings: [{ rule: 'flag-undeclared', evidence: 'A claim.' }] },
            },
          },
        },
      ],
      monday,
    )
    expect(flagged(officer.conflicts)).toEqual(['person-pm'])
    expect(adjudication.answered(officer, monday)).toBe(true)
    expect(flagsInMidstage(officer)).toEqual(['person-pm'])
    // Of nominees it is the wait itself, in another stage, too; and while the panel is formed they are never chased beside it.
    const { life, ...rest } = checked()
    const { wait, ...unwaited } = life
    expect(flagsInMidstage(checked())).toEqual([])
    expect(flagsInMidstage({ ...rest, life: { ...life, stage: 'evaluation' } })).toEqual([])
    expect(flagsInMidstage({ ...rest, life: unwaited })).toEqual([])
    expect(flagsInMidstage({ ...rest, life: { ...unwaited, stage: 'evaluation' } })).toEqual(['bob', 'cyd'])
  })
})

describe('lock-out (requirements §4)', () => {
  const seated = (person: string): Case =>
    following(
      checked(),
      [
        { type: 'PanelFilledWithoutDraw', data: { people: [person] } },
        { type: 'SeatAccepted', data: { person } },
      ],
      monday,
    )

  test('begins with a bar, and says why; the ineligible are not locked out', () => {
    expect([...excludedFrom(checked()).keys()]).toEqual(['dee'])
    expect(excludedFrom(checked()).get('dee')).toContain('(bar-this-case)')
    const proposer = withNominees([{ person: 'person-01' }])
    const ineligible = following(proposer, step(proposer), monday)
    expect(excludedFrom(ineligible).size).toBe(0)
    const out = { type: 'MemberExcluded', data: { person: 'person-01', reason: 'Is the proposer.' } } as const
    const seat: CaseEvent = { type: 'PanelFilledWithoutDraw', data: { people: ['person-01'] } }
    expect(excludedFrom(following(ineligible, [seat, out], monday)).size).toBe(0)
  })

  test('a member who is barred by a ruling loses the seat with it', () => {
    const events = rule(seated('cyd'), 'cyd', { ruling: 'barred' })
    expect(types(events)).toEqual(['PersonBarred', 'MemberExcluded'])
    expect([...excludedFrom(following(seated('cyd'), events, monday)).keys()].sort()).toEqual(['cyd', 'dee'])
  })

  test('a member is checked again against the actual bidders, and excluded; checking twice is checking once', () => {
    const member = withNominees([{ person: 'ann', declaration: interest('bones', 'owner') }])
    const clear = following(member, step(member), monday)
    const sits = following(clear, [{ type: 'PanelFilledWithoutDraw', data: { people: ['ann'] } }], monday)
    const matter = matterOf(sits, register, [{ organisationId: 'bones', as: 'bidder' }])
    const events = recheckMembers(sits, matter, 'tender opening')
    expect(types(events)).toEqual(['ConflictsChecked', 'MemberExcluded'])
    expect(recheckMembers(following(sits, events, monday), matter, 'tender opening')).toEqual([])
  })
})

test('a nominee sees their own standing, the secretariat everybody’s', () => {
  const seen = (id: string, as: 'nominee' | 'programme-manager') =>
    viewConflicts(checked(), { person: { ...somebody, id }, as }).standings.map(({ person }) => person)
  expect(seen('bob', 'nominee')).toEqual(['bob'])
  expect(seen('pm', 'programme-manager')).toEqual(['ann', 'bob', 'cyd', 'dee'])
})
