import { Facts } from '../../nhs/facts.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { OpenedDocument } from './opened-document.tsx'
import { useOpenedTender } from './use-opened-tender.ts'
import { words } from './words.ts'

interface OpenedTenderProps {
  caseId: string
  /** The bidder's. */
  organisationId: string
}

/** Whom an opened tender names, what it answers, and its documents. */
export function OpenedTender(props: OpenedTenderProps) {
  const { data, error } = useOpenedTender(props.caseId, props.organisationId)
  if (error) return <ProblemSummary {...problemOf(error)} />
  if (!data) return null
  const named = data.partners.map(({ name, as }) => `${name} (${words.write.roles[as]})`)
  return (
    <>
      <Facts
        facts={[
          [words.opened.partners, named.length > 0 ? named.join(', ') : words.opened.noPartners],
          ...data.criteria.map(({ id, title }): [string, React.ReactNode] => [
            title,
            <span key={id} className="tender__text">
              {data.answers?.[id] ?? words.opened.noAnswer}
            </span>,
          ]),
        ]}
      />
      <OpenedDocuments {...props} />
    </>
  )
}

/** The documents of an opened tender, each to be read in its place; price documents join them once prices are opened. */
export function OpenedDocuments({ caseId, organisationId }: OpenedTenderProps) {
  const { data, error } = useOpenedTender(caseId, organisationId)
  const documents = [...(data?.documents ?? []), ...(data?.price?.documents ?? [])]
  return (
    <section aria-labelledby={`documents-${organisationId}`}>
      <h2 id={`documents-${organisationId}`}>{words.opened.documents}</h2>
      {error && <ProblemSummary {...problemOf(error)} />}
      {data && documents.length === 0 && <p>{words.opened.none}</p>}
      <ul className="nhsuk-list">
        {documents.map((document) => (
          <li key={document.id} className="tender__document">
            <OpenedDocument caseId={caseId} organisationId={organisationId} document={document} />
          </li>
        ))}
      </ul>
    </section>
  )
}
