import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { at } from '../../time.ts'
import { PartFrame } from '../case/part-frame.tsx'
import { useView } from '../case/use-view.ts'
import type { MissingDocument } from './compliance.ts'
import { SupplyForm } from './supply-form.tsx'
import { words } from './words.ts'

const { own } = words

/** A bidder supplies a document that is missing: it is asked once, and sends it once. */
export function MissingDocumentPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/missing-document' })
  const { data, error } = useQuery(useView<MissingDocument>(caseId, '/missing-document', { live: false }))
  return (
    <PartFrame caseId={caseId} title={own.title} error={error} ofTender>
      {data && <Asked caseId={caseId} question={data.question} />}
    </PartFrame>
  )
}

function Asked({ caseId, question }: { caseId: string; question: MissingDocument['question'] }) {
  if (!question) return <p>{own.nothing}</p>
  const { document, dueAt, supplied } = question
  return (
    <div className="nhsuk-u-reading-width">
      <p>{own.intro}</p>
      <blockquote>{document}</blockquote>
      {supplied && <p>{own.sent(supplied.name, at(supplied.at), supplied.sha256)}</p>}
      {!supplied && dueAt === undefined && <p>{own.late}</p>}
      {!supplied && dueAt !== undefined && (
        <>
          <p>{own.due(at(dueAt))}</p>
          <SupplyForm caseId={caseId} />
        </>
      )}
    </div>
  )
}
