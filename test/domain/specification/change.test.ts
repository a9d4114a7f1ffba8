import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideClarification } from '../../../domain/clarification/decide.ts'
import { questionsAreOpen } from '../../../domain/clarification/view.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { decideSpecification, type SpecificationCommand } from '../../../domain/specification/decide.ts'
import { sectionNames } from '../../../domain/specification/template.ts'
import { tenderDeadline } from '../../../domain/tender/deadline.ts'
import { decideTender, stepTender } from '../../../domain/tender/decide.ts'
import { isToReconfirm, reconfirm, unreconfirmed } from '../../../domain/tender/reconfirm.ts'
import { publishedTerms } from '../../../domain/tender/terms.ts'
import { publishedTender, viewNotice, viewOwnTender } from '../../../domain/tender/view.ts'
import { tenders as tendersWait } from '../../../domain/tender/waits.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { by, CHAIR, caseIn, members, on, START } from '../case-in.ts'
import { interest, register } from '../nominees.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { sealed } from '../tender/terms.ts'
import { content } from './content.ts'

/** After the publication (requirements §6): a change is a new version, approved by vote, and bidders reconfirm. */

const DUE = '2026-02-05T00:00:00.000Z' // 30 days: until the end of Wednesday 4 February
const EARLY = '2026-01-12T10:00:00.000Z'
const LATE = '2026-01-22T00:00:00.000Z' // 14 days before the deadline, to the millisecond

const published = (): Case => {
  const entered = following(
    caseIn('specification'),
    [
      { type: 'SpecificationOpened', data: {} },
      { type: 'VersionSaved', data: { number: 1, content, reason: 'The first.', person: 'ben' } },
      { type: 'SpecificationApproved', data: { version: 1 } },
      { type: 'StageEntered', data: { stage: 'tender', attempt: 6 } },
    ],
    START,
  )
  const publish = { type: 'PublishTender', attempt: 6, keyName: 'k', publicKeys: { quality: 'q', price: 'p' } } as const
  return following(entered, stepTender(entered, { ...publish, terms: publishedTerms(entered) }, on(START)), START)
}
const decided = (theCase: Case, command: SpecificationCommand, at = EARLY) =>
  decideSpecification(theCase, command, on(at, by(command.person, 'panel-member')), matterOf(theCase, register))
const done = (theCase: Case, command: SpecificationCommand, at = EARLY): Case =>
  following(theCase, decided(theCase, command, at), at, by(command.person, 'panel-member'))

const changed = { ...content, sections: { ...content.sections, service: 'Within four weeks.' } }
const save = (change: object = changed): SpecificationCommand => ({
  ...{
    type: 'SaveVersion',
    basedOn: 1,
    content: { ...content, ...change },
    reason: 'Six weeks was a slip.',
    person: 'ben',
  },
})
const put = (version = 2, person = CHAIR): SpecificationCommand => ({ type: 'PutToVote', version, person })
const ballot = (person: string, option: string, round = 1): SpecificationCommand => ({
  ...{ type: 'VoteOnSpecification', person, option, round, reasons: `${person} is ${option}` },
})
const voting = (at = EARLY): Case => done(done(published(), save(), at), put(), at)
const voted = (theCase: Case, options: string[], at = EARLY, round = 1): Case =>
  options.reduce((state, option, index) => done(state, ballot(members[index] ?? '', option, round), at), theCase)
const approvedAt = (at: string, from: Case = voting(at)): Case => voted(from, Array(5).fill('for'), at)

const submit = (organisationId: string) => ({
  ...({ type: 'SubmitTender', organisationId, submittedBy: 'pia' } as const),
  ...{ quality: sealed(`${organisationId}-q`), price: sealed(`${organisationId}-p`) },
})
const tendered = (theCase: Case, organisationId: string, at: string): Case =>
  following(theCase, decideTender(theCase, submit(organisationId), on(at)), at)

describe('a change of what has been published', () => {
  test('is written, commented and voted on like every version; what was published stands meanwhile', () => {
    const theCase = voting()
    expect(theCase.specification).toMatchObject({ status: 'approved', version: 1, latest: 2, change: { version: 2 } })
    expect(viewNotice(theCase)).toMatchObject({ specificationVersion: 1, changes: [] })
    expect(tendersWait.waitsFor(voted(theCase, ['for']))).toEqual(
      members.slice(1).map((id) => ({ kind: 'person', id })),
    )
    expect(refusedWith(() => decided(theCase, { ...save(), basedOn: 2 } as SpecificationCommand))).toBe('TooLate')
    const comment = { type: 'Comment', version: 2, text: 'Good.', person: 'cat' } as const
    expect(done(theCase, comment).comments?.[1]).toMatchObject({ text: 'Good.' })
  })

  test('is the panel’s alone, put by its chair, with something new in it', () => {
    const written = done(published(), save())
    expect(refusedWith(() => decided(written, { ...save(), person: 'stranger' } as SpecificationCommand))).toBe(
      'NotAllowed',
    )
    expect(refusedWith(() => decided(written, put(2, 'ben')))).toBe('NotAllowed')
    expect(refusedWith(() => decided(published(), put(1)))).toBe('AlreadyDone')
    expect(refusedWith(() => decided(published(), save(content)))).toBe('AlreadyDone')
    const incomplete = done(published(), save({ sections: {} }))
    expect(refusal(() => decided(incomplete, put())).faults.length).toBeGreaterThan(5)
  })

  test('leaves the price share and its formula as they were published, and says so of both', () => {
    const { code, faults } = refusal(() =>
      decided(published(), save({ priceShare: '20', priceFormula: { kind: 'linear-to-ceiling', ceilingPence: 100 } })),
    )
    expect(code).toBe('Invalid')
    expect(faults.map(({ path }) => path.join('.'))).toEqual(['content.priceShare', 'content.priceFormula'])
  })

  test('is approved as soon as no further ballot could turn it, and never without the quorum', () => {
    const four = voted(voting(), ['for', 'for', 'for', 'for'])
    expect(four.specification).toMatchObject({ version: 1, change: { version: 2 } })
    const events = decided(four, ballot('eve', 'for'))
    expect(types(events)).toEqual([
      ...['BallotCast', 'ConflictsChecked', 'VoteCounted', 'SpecificationApproved', 'TenderChanged'],
    ])
    expect(approvedAt(EARLY)).toMatchObject({
      specification: { status: 'approved', version: 2 },
      tender: {
        terms: { specificationVersion: 2 },
        changes: [{ from: 1, version: 2, reason: 'Six weeks was a slip.' }],
      },
    })
  })

  test('tied, is put once more; then it is not carried, and can be changed further', () => {
    const tie = ['for', 'for', 'for', 'against', 'against', 'against', 'abstain']
    const again = voted(voting(), tie)
    expect(again.specification?.vote).toMatchObject({ status: 'open', round: 2 })
    const lost = voted(again, tie, EARLY, 2)
    expect(lost.specification).toMatchObject({
      status: 'approved',
      version: 1,
      vote: { result: { kind: 'not carried' } },
    })
    expect(lost.specification).not.toHaveProperty('change')
    expect(lost.tender).toMatchObject({ changes: [] })
  })

  test('not counted when the tender closes, comes to nothing', () => {
    const theCase = voted(voting(), ['for'])
    const closed = following(theCase, stepTender(theCase, { type: 'CloseTender', attempt: 6 }, on(DUE)), DUE)
    expect(closed.specification).toMatchObject({ status: 'approved', version: 1 })
    expect(closed.specification).not.toHaveProperty('change')
    expect(closed.specification).not.toHaveProperty('vote')
    expect(refusedWith(() => decided(closed, ballot('ben', 'for'), DUE))).toBe('TooLate')
  })

  test('checks the members’ interests once more before their votes count (requirements §4)', () => {
    const four = voted(voting(), ['for', 'for', 'for', 'for'])
    const { nomination } = four
    const ada = nomination?.nominees['ada']
    if (!nomination || ada?.status !== 'accepted') throw new Error('ada sits on the panel')
    const conflicted = { ...ada, declaration: interest('talking', 'director') }
    const now: Case = { ...four, nomination: { ...nomination, nominees: { ...nomination.nominees, ada: conflicted } } }
    const events = decided(now, ballot('eve', 'for'))
    // Without hers there are four votes, and five are needed.
    expect(types(events)).toContain('MemberExcluded')
    expect(types(events)).toContain('ConflictsChecked')
    expect(types(events)).not.toContain('TenderChanged')
  })
})

describe('the deadline after a change', () => {
  test.each([
    ['a millisecond before it would be late', addMilliseconds(LATE, -1), DUE],
    ['14 days before the deadline', LATE, '2026-02-12T00:00:00.000Z'],
    ['a millisecond before the deadline', addMilliseconds(DUE, -1), '2026-02-12T00:00:00.000Z'],
  ])('%s', (_, at, due) => expect(tenderDeadline(approvedAt(at))).toBe(due))

  test('a later deadline that is not at midnight moves by 7 whole days at least', () => {
    const extended = following(
      published(),
      [{ type: 'DeadlineExtended', data: { wait: 'tenders', dueAt: '2026-02-10T12:00:00.000Z', reason: 'x' } }],
      START,
    )
    const at = '2026-02-10T09:00:00.000Z'
    const late = approvedAt(at, done(done(extended, save(), at), put(), at))
    expect(tenderDeadline(late)).toBe('2026-02-18T00:00:00.000Z')
  })

  test('one that has come, held by a question, moves from the day of the change', () => {
    const asked = following(
      published(),
      decideClarification(
        published(),
        { type: 'AskQuestion', organisationId: 'harbour', text: 'May we?' },
        on(START, by('pia', 'provider')),
      ),
      START,
    )
    const at = addMilliseconds(DUE, 3_600_000)
    const late = approvedAt(at, done(done(asked, save(), at), put(), at))
    expect(tenderDeadline(late)).toBe('2026-02-13T00:00:00.000Z')
  })

  test('lets bidders ask about what is new, even where questions had closed', () => {
    expect(questionsAreOpen(published(), addMilliseconds(DUE, -7 * 86_400_000))).toBe(false)
    const closed = following(published(), [{ type: 'QuestionsClosed', data: { deadline: DUE } }], START)
    expect(questionsAreOpen(closed, START)).toBe(false)
    const at = addMilliseconds(DUE, -8 * 86_400_000)
    expect(questionsAreOpen(approvedAt(at, done(done(closed, save(), at), put(), at)), at)).toBe(true)
  })
})

describe('reconfirming a tender', () => {
  const bothIn = () => tendered(tendered(published(), 'harbour', START), 'meadow', START)
  const change = () => approvedAt(EARLY, done(done(bothIn(), save()), put()))
  const at = '2026-01-13T10:00:00.000Z'
  const confirm = (theCase: Case, organisationId = 'harbour', version = 2, when = at) =>
    reconfirm(theCase, { organisationId, version }, { at: when })

  test('is asked of every bidder whose tender was sent before the change, and of nobody else', () => {
    expect(unreconfirmed(publishedTender(bothIn()))).toEqual([])
    expect(unreconfirmed(publishedTender(change()))).toEqual(['harbour', 'meadow'])
    expect(viewOwnTender(change(), 'harbour')).toMatchObject({ toReconfirm: true, changes: [{ version: 2 }] })
    expect(viewOwnTender(change(), 'vale')).toMatchObject({ toReconfirm: false })
    const newcomer = tendered(change(), 'vale', at)
    expect(isToReconfirm(publishedTender(newcomer), 'vale')).toBe(false)
  })

  test('is done once, by saying so or by replacing it', () => {
    const confirmed = following(change(), confirm(change()), at)
    expect(unreconfirmed(publishedTender(confirmed))).toEqual(['meadow'])
    expect(refusedWith(() => confirm(confirmed))).toBe('AlreadyDone')
    expect(unreconfirmed(publishedTender(tendered(confirmed, 'meadow', at)))).toEqual([])
  })

  test('is of the version that was read: a later change asks again', () => {
    const confirmed = following(change(), confirm(change()), at)
    const again = done(
      confirmed,
      { ...save({ sections: { ...content.sections, access: 'Evenings.' } }), basedOn: 2 } as never,
      at,
    )
    const twice = approvedAt(at, done(again, put(3), at))
    expect(refusedWith(() => confirm(twice))).toBe('Stale')
    expect(unreconfirmed(publishedTender(twice))).toEqual(['harbour', 'meadow'])
  })

  test('needs a tender, and comes before the deadline', () => {
    expect(refusedWith(() => confirm(change(), 'vale'))).toBe('NotFound')
    expect(refusedWith(() => confirm(change(), 'harbour', 2, DUE))).toBe('TooLate')
  })

  test('is nobody else’s to know: another’s view has the same bytes', () => {
    const seen = (theCase: Case) => JSON.stringify(viewOwnTender(theCase, 'meadow'))
    expect(seen(following(change(), confirm(change()), at))).toBe(seen(change()))
  })

  test('shows everybody its sections as the panel sees them: in the order of the template, under its titles', () => {
    const shown = viewNotice(change()).sections ?? []
    expect(shown.map(({ section }) => section)).toEqual(sectionNames)
    expect(shown[0]?.title).toBe('Purpose and need')
    expect(shown.every(({ text }) => text !== '')).toBe(true)
  })

  test('tells everybody the words that changed, with the reason', () => {
    expect(viewNotice(change())).toMatchObject({
      specificationVersion: 2,
      changes: [
        { from: 1, version: 2, reason: 'Six weeks was a slip.', differences: [{ path: ['sections', 'service'] }] },
      ],
    })
  })
})
