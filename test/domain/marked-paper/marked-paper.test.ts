import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { decideMarkedPaper } from '../../../domain/marked-paper/decide.ts'
import type { ObserverPaper } from '../../../domain/marked-paper/marked-paper.ts'
import { viewMarkedPapers } from '../../../domain/marked-paper/view.ts'
import { caseIn, START } from '../case-in.ts'
import { content } from '../specification/content.ts'
import { following, refusedWith } from '../story.ts'

const then = (theCase: Case, ...events: CaseEvent[]) => following(theCase, events, START)
const marking = (theCase: Case, type: 'MarkPaper' | 'UnmarkPaper', paper: ObserverPaper) => () =>
  decideMarkedPaper(theCase, { type, paper, reason: 'Patients asked for it.' })
const mark = (theCase: Case, paper: ObserverPaper) => then(theCase, ...marking(theCase, 'MarkPaper', paper)())
const unmark = (theCase: Case, paper: ObserverPaper) => then(theCase, ...marking(theCase, 'UnmarkPaper', paper)())
const read = (theCase: Case) => viewMarkedPapers(theCase, 'observer').papers
const markable = (theCase: Case) => viewMarkedPapers(theCase, 'deputy-programme-manager').markable

const appraising = then(
  caseIn('specification'),
  { type: 'AppraisalOpened', data: { round: 1 } },
  {
    type: 'ChecklistAnswered',
    data: { item: 'risks', person: 'ada', finding: 'partly met', comment: 'Recruitment is the main risk.' },
  },
)
const appraised = then(appraising, {
  type: 'AppraisalConcluded',
  data: { verdict: 'proceed', reasons: ['It is needed.'] },
})
const written = then(
  appraised,
  { type: 'SpecificationOpened', data: {} },
  { type: 'VersionSaved', data: { number: 1, content, reason: 'First.', person: 'ada' } },
  { type: 'VersionPutToVote', data: { version: 1 } },
)
const approved = then(written, { type: 'SpecificationApproved', data: { version: 1 } })

describe('papers marked for observers (requirements §1)', () => {
  test('are what the panel has finished, and nothing before', () => {
    expect([caseIn('specification'), appraising, appraised, written, approved].map(markable)).toEqual([
      [],
      [],
      ['appraisal'],
      ['appraisal'],
      ['appraisal', 'specification'],
    ])
    expect(refusedWith(marking(appraising, 'MarkPaper', 'appraisal'))).toBe('TooEarly')
    expect(refusedWith(marking(written, 'MarkPaper', 'specification'))).toBe('TooEarly')
  })

  test('are read whole, and what is not marked is not there', () => {
    expect(read(approved)).toEqual([])
    const one = mark(approved, 'appraisal')
    expect(read(one)).toMatchObject([{ paper: 'appraisal', number: 1, reason: 'Patients asked for it.', at: START }])
    const said = JSON.stringify(read(one))
    for (const part of ['Recruitment is the main risk.', 'It is needed.']) expect(said).toContain(part)
    expect(said).not.toContain(content.sections.purpose)
    expect(JSON.stringify(read(mark(one, 'specification')))).toContain(content.sections.purpose)
    // Observers are not told what could be marked.
    expect(viewMarkedPapers(approved, 'observer').markable).toEqual([])
    expect(refusedWith(marking(one, 'MarkPaper', 'appraisal'))).toBe('AlreadyDone')
  })

  test('are hidden again when that is taken back, also of a case that has ended', () => {
    const both = mark(mark(approved, 'appraisal'), 'specification')
    const ended = then(both, { type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'The practice asked.' } })
    expect(read(ended)).toHaveLength(2)
    expect(read(unmark(ended, 'appraisal')).map(({ paper }) => paper)).toEqual(['specification'])
    expect(markable(unmark(ended, 'appraisal'))).toEqual([])
    expect(refusedWith(marking(ended, 'MarkPaper', 'appraisal'))).toBe('CaseEnded')
    expect(refusedWith(marking(approved, 'UnmarkPaper', 'appraisal'))).toBe('AlreadyDone')
  })

  test('are hidden while the panel takes them up again: what comes of it is marked anew', () => {
    const both = mark(mark(approved, 'appraisal'), 'specification')
    const again = then(both, { type: 'AppraisalOpened', data: { round: 2 } }, { type: 'SpecificationOpened', data: {} })
    expect(read(again)).toEqual([])
    const anew = then(again, { type: 'AppraisalConcluded', data: { verdict: 'decline', reasons: ['Too dear.'] } })
    expect(read(anew)).toEqual([])
    expect(read(mark(anew, 'appraisal'))).toMatchObject([{ number: 2 }])
  })
})
