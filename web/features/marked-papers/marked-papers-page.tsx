import { getRouteApi } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { ObserverPaper } from '../../../domain/marked-paper/marked-paper.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import type { MarkedPapers } from '../../../functions/api/answers/marked-paper.ts'
import { More } from '../../nhs/more.tsx'
import { when } from '../../time.ts'
import { CasePart } from '../case/case-part.tsx'
import { CommandForm } from '../command-form/command-form.tsx'
import { Blocks } from '../paper/paper-view.tsx'
import { words } from './words.ts'

const route = getRouteApi('/cases/$caseId/papers')

export function MarkedPapersPage() {
  const { caseId } = route.useParams()
  return (
    <CasePart<MarkedPapers> caseId={caseId} title={words.title} path="/marked-papers">
      {(view, theCase) => <Papers view={view} theCase={theCase} />}
    </CasePart>
  )
}

/** What observers read, as they read it; the secretariat marks it, and takes that back. */
function Papers({ view: { papers, markable }, theCase: { caseId, may } }: { view: MarkedPapers; theCase: CaseView }) {
  const marks = may.includes('mark-paper')
  return (
    <>
      {(marks || papers.length > 0) && <p className="nhsuk-u-reading-width">{marks ? words.toMark : words.toRead}</p>}
      {papers.length === 0 && <p>{marks && markable.length === 0 ? words.nothingFinished : words.none}</p>}
      {markable.map((paper) => (
        <Marking key={paper} caseId={caseId} paper={paper} deed="mark" />
      ))}
      {papers.map(({ paper, number, at, reason, blocks }) => (
        <Fragment key={paper}>
          <Blocks blocks={blocks} />
          <p className="nhsuk-body-s nhsuk-u-reading-width">
            {paper === 'specification' && `${words.version(number)} `}
            {words.since(when(at), reason)}
          </p>
          {may.includes('unmark-paper') && <Marking caseId={caseId} paper={paper} deed="unmark" />}
        </Fragment>
      ))}
    </>
  )
}

function Marking({ caseId, paper, deed }: { caseId: string; paper: ObserverPaper; deed: 'mark' | 'unmark' }) {
  const { open, effect, reason: label, hint, missing, confirm, done } = words[deed]
  return (
    <More title={open(words.papers[paper])}>
      <p>{effect}</p>
      <CommandForm
        caseId={caseId}
        name={`${deed}-paper`}
        about={paper}
        also={{ paper }}
        fields={[{ name: 'reason', label, hint, missing }]}
        confirm={confirm}
        done={done}
      />
    </More>
  )
}
