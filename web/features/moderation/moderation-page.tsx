import { useParams } from '@tanstack/react-router'
import { Notice } from '../../nhs/notice.tsx'
import { at } from '../../time.ts'
import { CasePart } from '../case/case-part.tsx'
import { useNames } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { ConcludeForm } from './conclude-form.tsx'
import { MatterCard } from './matter-card.tsx'
import { MeetingForm } from './meeting-form.tsx'
import { Meetings } from './meetings.tsx'
import type { Moderation } from './moderation.ts'
import { words } from './words.ts'

export function ModerationPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/moderation' })
  return (
    <CasePart<Moderation> caseId={caseId} title={words.title} path="/moderation">
      {(moderation) => <Moderating caseId={caseId} moderation={moderation} />}
    </CasePart>
  )
}

function Moderating({ caseId, moderation }: { caseId: string; moderation: Moderation }) {
  const { personId } = useSession()
  const names = useNames(moderation.names)
  const { matters, meetings, setAside, leftOut, status } = moderation
  const open = matters.filter((matter) => matter.open)
  const records = status === 'moderating' && personId === moderation.chair
  const due = moderation.dueAt === undefined ? undefined : at(moderation.dueAt)
  // All is recorded, and the chair has not closed it.
  const closesBy = status === 'moderating' && open.length === 0 && !moderation.concluded ? due : undefined
  const who = (ids: string[]) => names.parties(ids.map((id) => ({ kind: 'person', id })))
  return (
    <>
      <p>{words.intro(moderation.farApartAbove)}</p>
      {due && <p>{words.due(due)}</p>}
      {status === 'moderating' && moderation.concluded && <p role="status">{words.closing}</p>}
      {status !== 'moderating' && <p>{words.over}</p>}
      {setAside.length > 0 && (
        <Notice title={words.setAside.title}>
          <p>{words.setAside.body(who(setAside))}</p>
        </Notice>
      )}
      {leftOut.length > 0 && <p>{words.leftOut(who(leftOut))}</p>}
      {matters.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        // Once it has closed, each says below what stands.
        status === 'moderating' && (
          <p role="status">
            <strong>{words.progress(matters.length - open.length, matters.length)}</strong>
          </p>
        )
      )}
      <Meetings moderation={moderation} names={names} />
      {records && open.length > 0 && (
        <MeetingForm key={meetings.length} caseId={caseId} moderation={moderation} names={names} />
      )}
      {matters.length > 0 && <h2>{words.agenda}</h2>}
      {matters.map((matter) => (
        <MatterCard
          key={`${matter.organisationId} ${matter.criterionId}`}
          caseId={caseId}
          moderation={moderation}
          matter={matter}
          names={names}
          records={records}
        />
      ))}
      {closesBy && records && <ConcludeForm caseId={caseId} due={closesBy} />}
      {closesBy && !records && <p>{words.waits(closesBy)}</p>}
    </>
  )
}
