import { describe, expect, test } from 'vitest'
import { bodyOf, dueAtOf, faultsOf, fieldOf } from '../../../../web/features/case/deed-answers.ts'
import { deedNames, deeds, deedsOf, extendable } from '../../../../web/features/case/deeds.ts'

type Facts = Parameters<typeof deedsOf>[0]

/** Only what the deeds look at. */
const given = (facts: { life?: object; wait?: object; status?: string; may?: string[] }) =>
  ({
    life: { status: 'open', stage: 'nomination', canGoBackTo: [], ...facts.life },
    ...(facts.wait && { wait: { waitsFor: [{ kind: 'practice', id: 'p1' }], ...facts.wait } }),
    proposal: { status: facts.status ?? 'accepted' },
    may: facts.may ?? [...deedNames],
  }) as unknown as Facts

describe('what the secretariat can do with a case', () => {
  test('in triage: accept a proposal in an area the company leads, or return it', () => {
    const triage = given({ life: { stage: 'submission' }, status: 'submitted', wait: { name: 'triage' } })
    expect(deedsOf(triage, 1)).toEqual([
      'accept-proposal',
      'return-proposal',
      'remind',
      'extend-deadline',
      'pause',
      'withdraw',
    ])
  })

  test('in triage of another area: say where to take it, never accept', () => {
    const triage = given({ life: { stage: 'submission' }, status: 'submitted' })
    expect(deedsOf(triage, 3)).toContain('redirect-proposal')
    expect(deedsOf(triage, 3)).not.toContain('accept-proposal')
  })

  test('before the area is known, neither is offered', () => {
    const triage = given({ life: { stage: 'submission' }, status: 'submitted' })
    expect(deedsOf(triage, undefined)).not.toContain('accept-proposal')
    expect(deedsOf(triage, undefined)).not.toContain('redirect-proposal')
  })

  test('paused: resume it or withdraw it', () => {
    expect(deedsOf(given({ life: { status: 'paused', canGoBackTo: undefined } }), 1)).toEqual(['resume', 'withdraw'])
  })

  test('ended: ask for something to be erased, and erase what somebody asked for', () => {
    const life = { status: 'ended', canGoBackTo: undefined } as const
    expect(deedsOf(given({ life }), 1)).toEqual(['ask-for-erasure'])
    const erasures = [{ sequence: 7, reason: 'Asked for', by: 'person-49', at: '2027-01-01T00:00:00.000Z' }]
    expect(deedsOf(given({ life: { ...life, erasures } }), 1)).toEqual([
      'ask-for-erasure',
      'take-back-erasure',
      'erase-payload',
    ])
  })

  test('while the law or the draw sets the time: no extension, and nobody to remind', () => {
    const draw = deedsOf(given({ wait: { name: 'draw', waitsFor: [] } }), 1)
    expect(draw).not.toContain('extend-deadline')
    expect(draw).not.toContain('remind')
  })

  test('the deadline of the search for a substitute, beside that of the stage or alone', () => {
    const beside = (wait: string, substitution: string) => ({
      ...given({ wait: { name: wait } }),
      substitution: { since: '', wait: { name: substitution } },
    })
    expect(extendable(beside('tenders', 'invitations') as Facts)).toEqual(['stage', 'substitution'])
    expect(extendable(beside('standstill', 'chair') as Facts)).toEqual(['substitution'])
    expect(extendable(beside('tenders', 'draw') as Facts)).toEqual(['stage'])
  })

  test('send back only where the API says to', () => {
    expect(deedsOf(given({}), 1)).not.toContain('send-back')
    expect(deedsOf(given({ life: { canGoBackTo: ['nomination'] } }), 1)).toContain('send-back')
  })

  test('nothing that the API does not allow the person', () => {
    expect(deedsOf(given({ may: ['nominate'], wait: { name: 'nominations' } }), 1)).toEqual([])
  })
})

describe('the form of a deed', () => {
  const answers = {
    words: ' Half term. ',
    date: { day: '31', month: '3', year: '2027' },
    of: 'stage',
    stage: 'tender',
    serves: 'one case',
    months: '24',
    event: '',
    once: 'k',
  } as const

  test('makes the body of its command', () => {
    expect(bodyOf(deeds['extend-deadline'], answers)).toEqual({
      dueAt: '2027-03-31T23:00:00.000Z',
      of: 'stage',
      reason: 'Half term.',
    })
    expect(bodyOf(deeds['send-back'], answers)).toEqual({ to: 'tender', reason: 'Half term.' })
    expect(bodyOf(deeds['return-proposal'], answers)).toEqual({ reasons: 'Half term.' })
    expect(bodyOf(deeds['redirect-proposal'], { ...answers, words: ' ' })).toEqual({})
    expect(bodyOf(deeds.remind, answers)).toEqual({ reason: 'Half term.' })
    expect(bodyOf(deeds['accept-proposal'], answers)).toEqual({ ruleBook: { panel: { serves: 'one case' } } })
    const term = { ...answers, serves: 'an area for a term', months: ' 18 ' } as const
    expect(bodyOf(deeds['accept-proposal'], term)).toEqual({
      ruleBook: { panel: { serves: 'an area for a term', termMonths: 18 } },
    })
  })

  const now = Date.parse('2028-02-29T12:00:00.000Z')

  test.each([
    ['28', []],
    ['1', ['Enter a date within the next two years, no later than Thu 28 February 2030']],
  ])('takes a deadline on the last day of two years and none later: day %s', (day, told) => {
    const date = { day, month: day === '1' ? '3' : '2', year: '2030' }
    expect(faultsOf(deeds['extend-deadline'], { ...answers, date }, now).map(({ detail }) => detail)).toEqual(told)
  })

  test('says everything that is missing at once, with its field', () => {
    const empty = { ...answers, words: ' ', date: { day: '31', month: '2', year: '2027' } }
    expect(faultsOf(deeds['extend-deadline'], empty, now).map(({ fieldId }) => fieldId)).toEqual(['date', 'words'])
    expect(faultsOf(deeds['redirect-proposal'], empty, now)).toEqual([])
    expect(faultsOf(deeds['extend-deadline'], answers, now)).toEqual([])
    const term = { ...answers, serves: 'an area for a term', months: '61' } as const
    expect(faultsOf(deeds['accept-proposal'], term, now).map(({ fieldId }) => fieldId)).toEqual(['months'])
    expect(faultsOf(deeds['accept-proposal'], { ...term, serves: 'one case' }, now)).toEqual([])
  })

  test.each(['', 'x', '1.5', '-1', '1e2'])('takes no “%s” for a day', (day) => {
    expect(dueAtOf({ date: { ...answers.date, day } })).toBeUndefined()
  })

  test('shows a fault of the command at the field it is about', () => {
    expect(fieldOf('/dueAt')).toBe('date')
    expect(fieldOf('/reason')).toBe('words')
    expect(fieldOf('/elsewhere')).toBeUndefined()
  })
})
