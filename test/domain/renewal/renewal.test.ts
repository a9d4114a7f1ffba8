import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { recheckCase } from '../../../domain/conflict/recheck.ts'
import { mayNote, scoringFor } from '../../../domain/evaluation/draft.ts'
import { stepEvaluation } from '../../../domain/evaluation/step.ts'
import { viewModeration } from '../../../domain/evaluation/view-moderation.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import type { Declaration, Interest } from '../../../domain/register/declaration.ts'
import { closeDeclarations, renewDeclaration } from '../../../domain/renewal/decide.ts'
import { mustBeFreeToDecideAlone, mustHaveRenewed } from '../../../domain/renewal/renewal.ts'
import { viewRenewal } from '../../../domain/renewal/view.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import { openedDocument, viewOpenedTender } from '../../../domain/tender/opened.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { by, caseIn, members, on, START } from '../case-in.ts'
import { matter, opened, renewed, scoring, stepped, tendered } from '../evaluation/scored.ts'
import { following, refusal, refusedWith, types } from '../story.ts'

const brook = { name: 'Brook', organisationId: 'brook', as: 'subcontractor' as const }
const openings = { harbour: { ...opened(), partners: [brook] }, meadow: opened() }
const checked = (theCase = tendered(openings)): Case =>
  stepped(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase) })

const tie = (organisationId: string, kind: Interest['kind']): Declaration => ({
  kind: 'interests',
  interests: [{ organisationId, kind, detail: '' }],
})
const named = (theCase: Case) => namedInTenders(theCase.tender, [...matter(theCase).organisations.values()])
const declaring = (theCase: Case, person: string, said: Declaration, at = START) =>
  renewDeclaration(
    theCase,
    { person, said, matter: matter(theCase, named(theCase)) },
    on(at, by(person, 'panel-member')),
  )
const declared = (theCase: Case, person: string, said: Declaration): Case =>
  following(theCase, declaring(theCase, person, said), START, by(person, 'panel-member'))
const attended = (theCase: Case, at: string) =>
  attend(theCase, { caseId: theCase.id, attempt: 6 }, ['declarations'], at)

describe('declarations are renewed before the first tender can be read (issue 6, point 5)', () => {
  test('whoever has not declared reads nothing of any tender; whoever has, does', () => {
    const open = scoring(checked())
    const { evaluation } = open
    if (evaluation?.status !== 'scoring') throw new Error('It is not being scored.')
    const { ben: _, ...others } = evaluation.declared ?? {}
    const ben = { ...open, evaluation: { ...evaluation, declared: others } }
    const reading: ((theCase: Case, person: string) => unknown)[] = [
      mustHaveRenewed,
      (theCase, person) => viewOpenedTender(theCase, person, 'harbour'),
      (theCase, person) => openedDocument(theCase, person, 'harbour', 'a'.repeat(32)),
      (theCase, person) => scoringFor(theCase, person, 'harbour', START),
      (theCase, person) => mayNote(theCase, person, 'harbour'),
      viewModeration,
    ]
    for (const read of reading)
      expect(refusal(() => read(ben, 'ben')).message).toContain('First declare whether you have an interest')
    const read = viewOpenedTender(ben, 'cat', 'harbour')
    expect(read.partners).toEqual([brook])
    // What a reader is shown beside each answer is what was asked, not how the record calls it.
    expect(read.criteria.map(({ title }) => title)).toEqual(
      ben.tender && 'terms' in ben.tender ? ben.tender.terms.criteria.map(({ title }) => title) : 'terms',
    )
    expect(scoringFor(ben, 'cat', 'harbour', START).round).toBe(1)
  })

  test('they are shown whom the tenders name, and nothing of what is in them', () => {
    expect(viewRenewal(checked(), 'ben', undefined)).toMatchObject({
      named: [
        { organisationId: 'harbour', partners: [brook] },
        { organisationId: 'meadow', partners: [] },
      ],
      interests: [],
      dueAt: checked().life.wait?.dueAt,
    })
    expect(viewRenewal(checked(), 'ana', undefined)).toMatchObject({ sits: false, stage: 'evaluation' })
    expect(viewRenewal(checked(), 'ana', undefined)).not.toHaveProperty('dueAt')
    expect(refusedWith(() => viewRenewal(tendered(), 'ben', undefined))).toBe('TooEarly')
  })

  test('an interest in a subcontractor bars at once, on the record; what was declared before stays declared', () => {
    const said = tie('brook', 'employee')
    const events = declaring(checked(), 'ben', said)
    expect(types(events)).toEqual(['DeclarationRenewed', 'ConflictsChecked', 'MemberExcluded'])
    const after = following(checked(), events, START)
    expect(votingMembers(after.panel)).not.toContain('ben')
    const kept = after.nomination?.nominees['ben']
    expect(kept).toMatchObject({ status: 'accepted', declaration: said })
    const own = declared(checked(), 'cat', tie('practice-of-cat', 'employee'))
    const renewedAgain = declaring({ ...own, evaluation: checked().evaluation } as Case, 'cat', tie('meadow', 'gift'))
    expect(renewedAgain[0]).toMatchObject({
      data: {
        declaration: { interests: [{ organisationId: 'practice-of-cat' }, { organisationId: 'meadow', kind: 'gift' }] },
      },
    })
  })

  test('an interest that a person must judge is ruled on before anything is scored', () => {
    const flagged = declared(checked(), 'dan', tie('meadow', 'paid-adviser'))
    expect(flagged.conflicts?.standings['dan']?.status).toBe('flagged')
    const all = renewed(
      flagged,
      members.filter((member) => member !== 'dan'),
    )
    expect(attended(all, START)).toEqual({ verdict: 'answered' })
    const closing = closeDeclarations(all, { attempt: 6 }, on(START))
    expect(closing).toMatchObject([{ type: 'WaitOpened', data: { name: 'adjudication' } }])
    expect(closeDeclarations(following(all, closing, START), { attempt: 6 }, on(START))).toEqual([])
    expect(closeDeclarations(renewed(checked()), { attempt: 6 }, on(START))).toEqual([])
  })

  test('each declares once, as a member of this panel, when the tenders are open', () => {
    const nothing: Declaration = { kind: 'nothing to declare' }
    expect(refusedWith(() => declaring(renewed(checked(), ['ben']), 'ben', nothing))).toBe('AlreadyDone')
    expect(refusedWith(() => declaring(checked(), 'pat', nothing))).toBe('NotAllowed')
    expect(refusedWith(() => declaring(tendered(), 'ben', nothing))).toBe('TooEarly')
    const many = Array.from({ length: 50 }, (_, index) => ({ organisationId: `o${index}`, kind: 'other', detail: 'x' }))
    const full = checked()
    const nominee = full.nomination?.nominees['ben']
    if (!full.nomination || nominee?.status !== 'accepted') throw new Error('There is no such nominee.')
    const declaration = { kind: 'interests', interests: many } as Declaration
    const theCase = {
      ...full,
      nomination: {
        ...full.nomination,
        nominees: { ...full.nomination.nominees, ben: { ...nominee, declaration } },
      },
    }
    expect(refusedWith(() => declaring(theCase, 'ben', tie('harbour', 'gift')))).toBe('Invalid')
  })

  test('a case sent back and tendered anew asks anew', () => {
    const again = following(
      renewed(checked()),
      [{ type: 'StageEntered', data: { stage: 'evaluation', attempt: 9 } }],
      START,
    )
    expect(refusedWith(() => mustHaveRenewed(again, 'ben'))).toBe('TooEarly')
    const read = stepped(again, { type: 'CheckBidders', attempt: 9, matter: matter(again) })
    expect(refusedWith(() => mustHaveRenewed(read, 'ben'))).toBe('DeclareFirst')
  })

  test('nobody is asked where they cannot declare: before the tenders are open, and once the case has ended', () => {
    const { life } = following(
      checked(),
      [{ type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'Asked.' } }],
      START,
    )
    for (const [theCase, code] of [
      [caseIn('specification'), 'TooEarly'],
      [tendered(), 'TooEarly'],
      [{ ...checked(), life }, 'CaseEnded'],
    ] as const)
      expect(refusedWith(() => mustHaveRenewed(theCase, 'ben'))).toBe(code)
    expect(mustHaveRenewed({ ...renewed(checked(), ['ben']), life }, 'ben')).toBeUndefined()
  })
})

describe('the wait for the declarations', () => {
  const dueAt = '2026-01-13T00:00:00.000Z'
  const reminded = '2026-01-09T00:00:00.000Z'

  test('has an owner, a deadline of 5 working days and a reminder after 3', () => {
    const { wait } = checked().life
    expect(wait).toMatchObject({ name: 'declarations', dueAt, remindAt: reminded })
    const [ada, ...rest] = members
    expect(attended(renewed(checked(), [ada ?? '']), reminded)).toMatchObject({
      events: [{ type: 'Reminded', data: { who: rest.map((id) => ({ kind: 'person', id })) } }],
    })
  })

  test('goes on at the deadline with the quorum, and is escalated without it', () => {
    const past = (count: number) => {
      const theCase = renewed(checked(), members.slice(0, count))
      return attended(
        following(theCase, [{ type: 'Reminded', data: { wait: 'declarations', who: [] } }], reminded, { step: 'x' }),
        dueAt,
      )
    }
    expect(past(5)).toEqual({ verdict: 'answered' })
    expect(past(4)).toMatchObject({
      events: [{ type: 'Escalated', data: { because: expect.stringContaining('4 of 7 members have declared') } }],
    })
  })

  test('is over when nobody is left who has not declared, however few they are', () => {
    const few = checked()
    const barred = members
      .slice(0, 4)
      .map((person) => ({ type: 'MemberExcluded' as const, data: { person, reason: '' } }))
    const left = renewed(following(few, barred, START))
    expect(attended(left, START)).toEqual({ verdict: 'answered' })
    const open = stepped(stepped(left, { type: 'CheckCompliance', attempt: 6, matter: matter(left) }), {
      type: 'OpenScoring',
      attempt: 6,
    })
    expect(open.life.wait?.escalatedAt).toBe(START)
  })

  test('is asked of a substitute too, and survives a check of the whole case', () => {
    const theCase = renewed(checked())
    expect(types(recheckCase(theCase, matter(theCase), 'register', { quietly: true }))).toEqual([])
    expect(stepEvaluation(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase) }, on(START))).toEqual(
      [],
    )
    const { panel } = theCase
    if (!panel) throw new Error('There is no panel.')
    const joined = {
      ...theCase,
      panel: { ...panel, seats: { ...panel.seats, hal: { status: 'accepted', at: START } } },
    }
    expect(attended(joined as Case, START)).toMatchObject({ verdict: 'waiting' })
  })
})

describe('whoever decides alone, without sitting, declares against the actual bidders, too (requirements §1, §4)', () => {
  const officers = { officers: ['ana', 'pm'] }
  const said = (theCase: Case, person: string, declaration: Declaration) =>
    renewDeclaration(
      theCase,
      { person, said: declaration, matter: { ...matter(theCase, named(theCase)), ...officers } },
      on(START, by(person, 'approver')),
    )
  const saidBy = (theCase: Case, person: string, declaration: Declaration): Case =>
    following(theCase, said(theCase, person, declaration), START, by(person, 'approver'))
  const nothing: Declaration = { kind: 'nothing to declare' }

  test('and decides nothing before', () => {
    expect(mustBeFreeToDecideAlone(caseIn('specification'), 'ana')).toBeUndefined()
    expect(refusedWith(() => mustBeFreeToDecideAlone(checked(), 'ana'))).toBe('DeclareFirst')
    const free = saidBy(checked(), 'ana', nothing)
    expect(mustBeFreeToDecideAlone(free, 'ana')).toBeUndefined()
    expect(refusedWith(() => mustBeFreeToDecideAlone(free, 'pm'))).toBe('DeclareFirst')
    expect(refusedWith(() => said(free, 'ana', nothing))).toBe('AlreadyDone')
    expect(refusedWith(() => said(checked(), 'zoe', nothing))).toBe('NotAllowed')
    // Members are not waited for longer, nor less long.
    expect(attended(free, START)).toEqual(attended(checked(), START))
  })

  test('is locked out at once by a bar, and waits for the ruling on a flag', () => {
    const barred = saidBy(checked(), 'ana', tie('brook', 'director'))
    expect(barred.conflicts?.standings['ana']?.status).toBe('barred')
    expect(votingMembers(barred.panel)).toEqual(votingMembers(checked().panel))
    const flagged = saidBy(checked(), 'ana', tie('brook', 'gift'))
    expect(flagged.conflicts?.standings['ana']?.status).toBe('flagged')
    expect(refusedWith(() => mustBeFreeToDecideAlone(flagged, 'ana'))).toBe('TooEarly')
  })

  test('and who declined a nomination has accepted none by it', () => {
    const theCase = checked()
    const nominees = {
      ...theCase.nomination?.nominees,
      ana: { status: 'declined' as const, practiceId: 'p', profession: 'gp' as const, experienced: false, round: 1 },
    }
    const { nomination } = saidBy(
      { ...theCase, nomination: { ...theCase.nomination, nominees } as never },
      'ana',
      nothing,
    )
    expect(nomination?.nominees['ana']?.status).toBe('declined')
  })
})
