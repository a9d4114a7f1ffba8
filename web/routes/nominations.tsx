import { createLazyRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseView } from '../../functions/api/answers/case.ts'
import { CasePage } from '../features/case/case-page.tsx'
import { AnswersTable } from '../features/nomination/answers-table.tsx'
import { NomineePart } from '../features/nomination/nominee-part.tsx'
import { PracticePart } from '../features/nomination/practice-part.tsx'
import { words } from '../features/nomination/words.ts'
import { useMe } from '../features/people/use-names.ts'

/** Who is nominated for the panel of a case: a practice nominates here, its nominees answer. */
export const nominationsRoute = createLazyRoute('/cases/$caseId/nominations')({ component: NominationsPage })

function NominationsPage() {
  const { caseId } = nominationsRoute.useParams()
  const [done, setDone] = useState<string>()
  return (
    <CasePage caseId={caseId} title={words.title} done={done}>
      {(theCase) =>
        theCase.nomination ? (
          <Nominations theCase={theCase} nomination={theCase.nomination} onDone={setDone} />
        ) : (
          <p>{words.notYet}</p>
        )
      }
    </CasePage>
  )
}

interface NominationsProps {
  theCase: CaseView
  nomination: NonNullable<CaseView['nomination']>
  onDone(heading: string): void
}

function Nominations({ theCase, nomination, onDone }: NominationsProps) {
  const { caseId, life } = theCase
  const { data: me } = useMe()
  const { practices, unanswered, poolSize, nominees } = nomination
  const open = nomination.status === 'open' && life.stage === 'nomination'
  const may = (command: string) => open && theCase.may.includes(command)
  const own = nominees.find(({ person }) => person === me?.person.id)
  const practiceId = me?.person.practiceId
  return (
    <>
      <p>{words.soFar(practices.length - unanswered.length, practices.length, poolSize)}</p>
      {!open && <p>{words.closed}</p>}
      {own && may('decline-nomination') && (
        <NomineePart
          caseId={caseId}
          status={own.status}
          standingUntil={nomination.standing?.you ? nomination.standing.until : undefined}
          onDone={onDone}
        />
      )}
      {practiceId && may('nominate') && (
        <>
          {theCase.sees.includes('check-person') && (
            <p>
              <Link to="/cases/$caseId/conflicts" params={{ caseId }}>
                {words.practice.check}
              </Link>
            </p>
          )}
          <PracticePart caseId={caseId} practiceId={practiceId} nomination={nomination} onDone={onDone} />
        </>
      )}
      <AnswersTable theCase={{ ...theCase, nomination }} />
    </>
  )
}
