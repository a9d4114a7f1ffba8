import { lazy } from 'react'
import { LoadedLater } from '../../nhs/loading.tsx'
import { at } from '../../time.ts'
import { FetchedDocument } from '../documents/fetched-document.tsx'
import type { Names } from '../people/names.ts'
import { AnswerForm } from './answer-form.tsx'
import type { DecisionView } from './decision.ts'
import { words } from './words.ts'

/** With what checks and sends documents: it comes where somebody may record one. */
const Received = lazy(async () => ({ default: (await import('./received-form.tsx')).Received }))

interface RepresentationsProps {
  caseId: string
  decision: DecisionView
  names: Names
  /** They are the chair, who communicates the panel's further decision. */
  mayAnswer: boolean
  /** They are of the secretariat, which records what is received otherwise. */
  mayRecord: boolean
}

/** What bidders objected, what they were answered; and the chair's answer where none was given yet. */
export function Representations({ caseId, decision, names, mayAnswer, mayRecord }: RepresentationsProps) {
  const { objections } = words
  const { representations = [], status, members = [] } = decision
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{objections.title}</h2>
      {representations.length === 0 && <p>{objections.none}</p>}
      {representations.map(
        ({ id, organisationId, from = '', receivedAt, way, afterAward, text, documents = [], at: made, answer }) => (
          <section key={id}>
            <h3>
              {objections.made(
                organisationId === undefined ? objections.otherwise(from) : names.place(organisationId),
                at(receivedAt ?? made),
              )}
            </h3>
            {receivedAt !== undefined && (
              <p>{objections.recorded(way && objections.ways[way], at(made), afterAward === true)}</p>
            )}
            <p className="nhsuk-u-reading-width representation__words">{text}</p>
            {documents.map((document) => (
              <FetchedDocument
                key={document.id}
                path={`/api/cases/${caseId}/decision/document?document=${document.id}`}
                document={document}
              />
            ))}
            {answer && (
              <div className="nhsuk-u-reading-width">
                <p>{objections.answered(objections[answer.decision], at(answer.at))}</p>
                <p className="representation__words">{answer.reasons}</p>
              </div>
            )}
            {answer?.present && <p>{objections.considered(names.everyOne(answer.present.map(asPerson)))}</p>}
            {!answer && mayAnswer && (status === 'standstill' || afterAward) && (
              <AnswerForm caseId={caseId} id={id} members={members} names={names} afterAward={afterAward === true} />
            )}
          </section>
        ),
      )}
      {mayRecord && (status === 'standstill' || status === 'awarded') && (
        <LoadedLater>
          <Received caseId={caseId} about={String(representations.length)} awarded={status === 'awarded'} />
        </LoadedLater>
      )}
    </section>
  )
}

const asPerson = (id: string) => ({ kind: 'person' as const, id })
