import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { viewCase } from '../../../domain/case/view.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { flagsInMidstage } from '../../../domain/conflict/waits.ts'
import { decidePanel } from '../../../domain/panel/decide.ts'
import { vacancies } from '../../../domain/panel/panel.ts'
import { decideDraw } from '../../../domain/panel-draw/decide.ts'
import { verifyCertificate } from '../../../domain/panel-draw/fair-draw/verify.ts'
import { eligible } from '../../../domain/panel-draw/pool.ts'
import { certificateOf } from '../../../domain/panel-draw/view.ts'
import { checkPool } from '../../../domain/substitution/check-pool.ts'
import { beginSubstitution, cutSubstitutionShort, endSubstitution } from '../../../domain/substitution/decide.ts'
import { drawSubstitute } from '../../../domain/substitution/draw-substitute.ts'
import { substituting } from '../../../domain/substitution/substituting.ts'
import { substitutionWaits } from '../../../domain/substitution/substitution.ts'
import { awaitSubstitute } from '../../../domain/substitution/waits.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { decideWait } from '../../../domain/wait/decide.ts'
import { waits } from '../../../workflows/waits.ts'
import { interest, register } from '../nominees.ts'
import { by, checked, commit, committed, drawn, having, later, seven } from '../panel-draw/drawing.ts'
import { beacon } from '../panel-draw/fair-draw/honest.ts'
import { following, monday, refusedWith, types } from '../story.ts'

/** Requirements §4 and §5: a vacancy is filled while the scoring has not begun; later the quorum decides. */

const sits = (person: string): CaseEvent => ({ type: 'SeatAccepted', data: { person } })
const out = (person: string): CaseEvent => ({ type: 'MemberExcluded', data: { person, reason: 'A new tie.' } })
const enter = (stage: 'nomination' | 'panel-formation' | 'specification' | 'tender' | 'evaluation'): CaseEvent => ({
  type: 'StageEntered',
  data: { stage, attempt: 4 },
})
const opened = (name: 'appraisal' | 'invitations' | 'draw'): CaseEvent => ({
  type: 'WaitOpened',
  data: { name, dueAt: later(48) },
})
const upon = (theCase: Case, ...events: CaseEvent[]): Case => following(theCase, events, committed)

/** A panel of three, of whom Ann chairs; the panel appraises the proposal. */
const formed = (nominees = seven): Case =>
  upon(
    checked(nominees),
    { type: 'PanelFilledWithoutDraw', data: { people: ['ann', 'dee', 'guy'] } },
    ...['ann', 'dee', 'guy'].map(sits),
    {
      type: 'ChairVoteOpened',
      data: { round: 1, candidates: ['ann', 'dee'], seed: { name: 'chair-1', hash: 'a'.repeat(64) } },
    },
    { type: 'ChairChosen', data: { person: 'ann', votes: { ann: 3 } } },
    enter('specification'),
    opened('appraisal'),
  )
const begun = (theCase = upon(formed(), out('guy'))): Case => upon(theCase, ...beginSubstitution(theCase))

describe('a substitution', () => {
  test('begins when a member is out, once, and not while the panel is whole', () => {
    expect(beginSubstitution(formed())).toEqual([])
    const vacant = upon(formed(), out('guy'))
    expect(beginSubstitution(vacant)).toMatchObject([{ type: 'SubstitutionBegun', data: { vacancies: 1 } }])
    expect(beginSubstitution(begun())).toEqual([])
  })

  const before = { specification: true, tender: true, evaluation: true, nomination: false, 'panel-formation': false }
  test.each(Object.entries(before))('in the stage %s: %s', (stage, begins) => {
    const there = upon(formed(), enter(stage as keyof typeof before), out('guy'))
    expect(beginSubstitution(there).length > 0).toBe(begins)
  })

  test('does not begin while the case is paused, nor once the scoring has begun', () => {
    const vacant = upon(formed(), out('guy'))
    expect(beginSubstitution(upon(vacant, { type: 'CasePaused', data: { reason: 'Holidays.' } }))).toEqual([])
    const scoring = {
      ...vacant,
      life: { ...vacant.life, stage: 'evaluation' },
      evaluation: { status: 'scoring', submitted: {} },
    } as Case
    expect(beginSubstitution(scoring)).toEqual([])
  })

  test('has a wait of its own, and leaves the stage’s as it is: whatever is opened, reminded, extended or escalated', () => {
    const theCase = begun()
    const stage = theCase.life.wait
    for (const name of substitutionWaits) {
      const waiting = upon(
        theCase,
        { type: 'WaitOpened', data: { name, dueAt: later(24), remindAt: later(12) } },
        { type: 'Escalated', data: { wait: name, because: 'Nobody came.', chaseAt: later(30) } },
      )
      expect(waiting.life.wait).toEqual(stage)
      expect(waiting.life.substitution?.wait).toMatchObject({ name, escalatedAt: committed, chaseAt: later(30) })
    }
    const both = upon(theCase, opened('invitations'), opened('appraisal'))
    expect([both.life.wait?.name, both.life.substitution?.wait?.name]).toEqual(['appraisal', 'invitations'])
  })

  test('is given more time with a reason, and the stage is not; what the draw has fixed does not move', () => {
    const waiting = upon(begun(), opened('invitations'))
    const more = { type: 'ExtendDeadline', dueAt: later(96), reason: 'Half term.' } as const
    const [event] = decideWait(substituting(waiting), more, { at: committed, by })
    if (!event) throw new Error('Nothing was extended.')
    const extended = upon(waiting, event)
    expect(extended.life.substitution?.wait).toMatchObject({ name: 'invitations', dueAt: later(96), extensions: 1 })
    expect(extended.life.wait).toEqual(waiting.life.wait)
    const drawing = upon(begun(), opened('draw'))
    expect(refusedWith(() => decideWait(substituting(drawing), more, { at: committed, by }))).toBe('NotAllowed')
    expect(refusedWith(() => decideWait(substituting(formed()), more, { at: committed, by }))).toBe('WrongStage')
  })

  test('no stage that it runs beside has a wait by a name of its own, so that the name says whose it is', () => {
    const asks = new Set(substitutionWaits.map((name) => waits[name].asked))
    const others = Object.entries(waits).filter(([name]) => !substitutionWaits.some((one) => one === name))
    expect(others.filter(([, { asked }]) => asks.has(asked))).toEqual([])
  })

  test('draws afresh from those who may still serve, keeping the limits of the whole panel, and invites', async () => {
    const theCase = begun()
    const { attempt } = substituting(theCase).life
    const seen = { ...substituting(theCase), life: { ...substituting(theCase).life, attempt: 3 } } as Case
    const bound = having(seen, await commit(seen))
    expect(bound.draws?.[1]?.terms).toMatchObject({ instance: { sitting: [{}, {}] } })
    const filled = having(bound, await drawn(bound, later(24), async () => beacon.signature), later(24))
    expect(vacancies(filled.panel, filled.ruleBook)).toBe(0)
    expect(Object.keys(bound.draws?.[1]?.salts ?? {})).not.toContain('guy')
    expect(attempt).toBe(theCase.life.substitution?.attempt)
  })

  test('lets the invited accept in the midst of the stage, and nobody without one', () => {
    const invitedTo = (theCase: Case) =>
      upon(theCase, { type: 'PanelFilledWithoutDraw', data: { people: ['cyd'] } }, opened('invitations'))
    expect(types(decidePanel(invitedTo(begun()), { type: 'AcceptSeat', person: 'cyd', panels: 0 }))).toEqual([
      'SeatAccepted',
    ])
    expect(refusedWith(() => decidePanel(invitedTo(formed()), { type: 'AcceptSeat', person: 'cyd', panels: 0 }))).toBe(
      'WrongStage',
    )
  })

  test('reminds and escalates by itself, at its own deadline', () => {
    const theCase = upon(
      begun(),
      { type: 'NoPanelPossible', data: { people: [], vacancies: 1, alternatives: [] } },
      { type: 'WaitOpened', data: { name: 'pool', dueAt: later(24) } },
    )
    const seen = substituting(theCase)
    const execution = { caseId: theCase.id, attempt: seen.life.attempt }
    expect(attend(seen, execution, ['pool'], later(1))).toEqual({ verdict: 'waiting', until: later(24) })
    expect(attend(seen, execution, ['pool'], later(24))).toMatchObject({
      verdict: 'act',
      events: [{ type: 'Escalated' }],
    })
    expect(attend(seen, { ...execution, attempt: 1 }, ['pool'], later(24))).toEqual({ verdict: 'left' })
    const decision = { type: 'DecideProcedure', how: 'without a panel', reasons: 'None.' } as const
    expect(refusedWith(() => decideDraw(theCase, decision, { at: later(1), by: { step: 'a' } }))).toBe('NotAllowed')
  })

  test('waits for a ruling on whoever could be drawn: nobody falls out of the pool for want of one', () => {
    const flagging = interest('harbour', 'other')
    const nominees = seven.map((one) => (one.person === 'cyd' ? { ...one, declaration: flagging } : one))
    const seen = substituting(begun(upon(formed(nominees), out('guy'))))
    const { attempt } = seen.life
    const matter = { ...matterOf(seen, register), register: 'later' }
    const events = checkPool(seen, { attempt, matter }, { at: committed, by })
    expect(events.at(-1)).toMatchObject({ type: 'WaitOpened', data: { name: 'rulings' } })
    const waiting = upon(begun(upon(formed(nominees), out('guy'))), ...events)
    expect(waiting.life.wait?.name).toBe('appraisal')
    expect(flagsInMidstage(waiting)).toEqual([])
    const execution = { caseId: waiting.id, attempt }
    expect(attend(substituting(waiting), execution, ['rulings'], later(1)).verdict).toBe('waiting')
    const cleared = upon(waiting, { type: 'InterestCleared', data: { person: 'cyd', reasons: 'A card at Christmas.' } })
    expect(attend(substituting(cleared), execution, ['rulings'], later(1)).verdict).toBe('answered')
    expect(eligible(cleared, {})).toContain('cyd')
    expect(eligible(waiting, {})).not.toContain('cyd')
  })

  test('ends when every seat is taken and there is a chair', () => {
    const theCase = begun()
    const attempt = theCase.life.substitution?.attempt ?? 0
    expect(endSubstitution(theCase, attempt)).toEqual([])
    const whole = upon(theCase, { type: 'PanelFilledWithoutDraw', data: { people: ['cyd'] } }, sits('cyd'))
    expect(endSubstitution(whole, attempt)).toMatchObject([{ data: { vacant: 0 } }])
    expect(endSubstitution(upon(whole, out('ann'), sits('bob')), attempt)).toEqual([])
    expect(refusedWith(() => endSubstitution(whole, attempt - 1))).toBe('CaseMovedOn')
    expect(upon(whole, ...endSubstitution(whole, attempt)).life).not.toHaveProperty('substitution')
  })

  test('is cut short when the scoring begins: late invitations lapse, and the record says what stays vacant', () => {
    expect(cutSubstitutionShort(formed(), committed)).toEqual([])
    const theCase = upon(begun(), { type: 'PanelFilledWithoutDraw', data: { people: ['cyd'] } })
    const events = cutSubstitutionShort(theCase, committed)
    expect(types(events)).toEqual(['SeatsLapsed', 'SubstitutionEnded'])
    expect(events.at(-1)).toMatchObject({ data: { vacant: 1, because: 'the scoring begins' } })
    expect(upon(theCase, ...events).life).not.toHaveProperty('substitution')
  })

  /** A draw of the substitute is committed to, and the scoring begins. */
  const committedTo = async () => {
    const theCase = begun()
    const seen = { ...substituting(theCase), life: { ...substituting(theCase).life, attempt: 3 } } as Case
    const events = await commit(seen)
    const life = { ...theCase.life, stage: 'evaluation' as const, substitution: { attempt: 3, since: committed } }
    return {
      ...upon({ ...theCase, life } as Case, ...events),
      evaluation: { status: 'scoring', submitted: {} },
    } as Case
  }
  const step = {
    ...{ attempt: 3, matter: async () => matterOf(checked(), register), services: async () => ({}) },
    ...{ signatureOf: async () => beacon.signature, secretOf: async () => '' },
  }

  test('gives up a draw whose randomness does not exist yet when the scoring begins, and makes one whose does', async () => {
    const theCase = await committedTo()
    expect(types(cutSubstitutionShort(theCase, later(23)))).toEqual(['DrawAbandoned', 'SubstitutionEnded'])
    expect(cutSubstitutionShort(theCase, later(24))).toEqual([])
    const events = await drawSubstitute(theCase, step, { at: later(24), by })
    expect(types(events).filter((type) => type !== 'ConflictsChecked')).toEqual([
      'PanelDrawn',
      'SeatsLapsed',
      'SubstitutionEnded',
    ])
    expect(events.at(-1)).toMatchObject({ data: { vacant: 1, because: 'the scoring begins' } })
    const made = following(theCase, events, later(24), by)
    const [draw] = Object.values(made.draws ?? {})
    if (draw?.status !== 'drawn') throw new Error('Nothing was drawn.')
    expect(verifyCertificate(certificateOf(draw)).problems).toEqual([])
  })

  test('stays through the next stage, is a new attempt after a pause, and goes where the panel is formed again', () => {
    const theCase = upon(begun(), opened('invitations'))
    expect(upon(theCase, enter('tender')).life.substitution).toEqual(theCase.life.substitution)
    expect(upon(theCase, enter('panel-formation')).life).not.toHaveProperty('substitution')
    const paused = upon(theCase, { type: 'CasePaused', data: { reason: 'Holidays.' } })
    const again = upon(
      paused,
      ...decideLife(paused, { type: 'Resume', reason: 'Back.' }, { at: committed, by: { step: 'a' } }),
    )
    const { attempt = 0, since = '' } = theCase.life.substitution ?? {}
    expect(again.life.substitution).toEqual({ attempt: attempt + 1, since })
  })

  test('is seen by those of the case, and not by providers', () => {
    const theCase = upon(begun(), opened('invitations'))
    const person = { id: 'person-pm', name: 'PM', email: 'pm@example.org', roles: [], skills: [] }
    const seen = (as: 'programme-manager' | 'provider') => viewCase(theCase, { person, as } as never)
    expect(seen('programme-manager')).toMatchObject({ substitution: { wait: { name: 'invitations' } } })
    expect(seen('provider')).not.toHaveProperty('substitution')
  })
})

describe('leaving the panel', () => {
  const leave = { type: 'DeclineSeat', person: 'guy', reason: 'I move away.' } as const
  test('is said with a reason, while the scoring has not begun', () => {
    const left = upon(formed(), ...decidePanel(formed(), leave))
    expect(vacancies(left.panel, left.ruleBook)).toBe(1)
    expect(refusedWith(() => decidePanel(formed(), { type: 'DeclineSeat', person: 'guy' }))).toBe('Invalid')
    const late = { ...formed(), life: { ...formed().life, stage: 'decision' } } as Case
    expect(refusedWith(() => decidePanel(late, leave))).toBe('TooLate')
    const paused = following(formed(), [{ type: 'CasePaused', data: { reason: 'Holidays.' } }], monday)
    expect(refusedWith(() => decidePanel(paused, leave))).toBe('CasePaused')
  })
})

describe('before the scoring begins', () => {
  /** The tenders comply, and everything else is ready. */
  const ready = (theCase: Case): Case => ({
    ...upon(theCase, enter('evaluation')),
    evaluation: { status: 'compliance checked', round: 1, tenders: ['harbour'], findings: [] } as Case['evaluation'] &
      object,
  })
  const waiting = (theCase: Case): Case => upon(theCase, ...awaitSubstitute(theCase, committed))
  const attended = (theCase: Case, at: string) =>
    attend(theCase, { caseId: theCase.id, attempt: 4 }, ['substitute'], at)

  test('a substitute is waited for, once; a whole panel waits for nobody', () => {
    expect(awaitSubstitute(ready(formed()), committed)).toEqual([])
    const vacant = ready(upon(formed(), out('guy')))
    expect(awaitSubstitute(vacant, committed)).toMatchObject([{ type: 'WaitOpened', data: { name: 'substitute' } }])
    const searching = ready(begun())
    expect(waiting(searching).life.wait?.name).toBe('substitute')
    expect(waiting(searching).life.substitution).toEqual(searching.life.substitution)
    expect(awaitSubstitute(waiting(searching), committed)).toEqual([])
  })

  test('it goes on when the seat is taken, or when the time is over: then the quorum decides', () => {
    const searching = waiting(ready(begun()))
    expect(attended(searching, later(24)).verdict).toBe('waiting')
    const taken = upon(searching, { type: 'PanelFilledWithoutDraw', data: { people: ['cyd'] } }, sits('cyd'), {
      type: 'SubstitutionEnded',
      data: { vacant: 0, because: 'the panel is whole' },
    })
    expect(attended(taken, later(24)).verdict).toBe('answered')
    const { dueAt = '' } = searching.life.wait ?? {}
    expect(attended(searching, dueAt).verdict).toBe('answered')
    expect(types(cutSubstitutionShort(searching, committed))).toEqual(['SubstitutionEnded'])
  })
})
