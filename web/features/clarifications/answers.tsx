import { lazy } from 'react'
import { Facts } from '../../nhs/facts.tsx'
import { LoadedLater } from '../../nhs/loading.tsx'
import { at, when } from '../../time.ts'
import { FetchedDocument } from '../documents/fetched-document.tsx'
import { Changes } from './changes.tsx'
import { Reconfirm } from './reconfirm.tsx'
import type { NoticeView, OwnView } from './use-notice.ts'
import { words } from './words.ts'

const said = words.provider

/** With what checks and sends documents: it comes when somebody may ask. */
const AskForm = lazy(async () => ({ default: (await import('./ask-form.tsx')).AskForm }))

interface AnswersProps {
  notice: NoticeView
  /** What is a provider's own; absent for everybody else. */
  own?: OwnView | undefined
  /** The present, in milliseconds. */
  now: number
}

/** Questions and answers, changes since the publication; and for a provider the form to ask, and to reconfirm a tender. */
export function Answers({ notice, own, now }: AnswersProps) {
  const { caseId, questions, changes, status, questionsCloseAt, questionsOpen } = notice
  const toReconfirm = own !== undefined && 'toReconfirm' in own && own.toReconfirm
  const asking = status === 'open' && questionsOpen && (!questionsCloseAt || now < Date.parse(questionsCloseAt))
  return (
    <>
      {toReconfirm && <Reconfirm caseId={caseId} version={notice.specificationVersion} />}
      <Changes changes={changes} />
      <section aria-labelledby="answers">
        <h2 id="answers">{said.answers}</h2>
        {questions.length === 0 && <p>{said.none}</p>}
        {questions.map(({ id, question, answer, answeredAt, documents }) => (
          <section key={id} aria-labelledby={`answer-${id}`} className="nhsuk-u-reading-width">
            <h3 id={`answer-${id}`}>{said.question(id)}</h3>
            <p className="specification__text">
              <strong>{question}</strong>
            </p>
            <p className="specification__text">{answer}</p>
            {documents.map((document) => (
              <FetchedDocument
                key={document.id}
                path={`/api/public/cases/${caseId}/tender/document?document=${document.id}`}
                document={document}
              />
            ))}
            <p className="nhsuk-u-secondary-text-colour nhsuk-u-font-size-16">
              {said.answeredAt} {when(answeredAt)}
            </p>
          </section>
        ))}
      </section>
      {own && own.ownQuestions.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own">{said.own}</h2>
          <Facts
            facts={own.ownQuestions.map(({ number, text, answer }) => [
              said.question(number),
              answer ? text : `${text} (${said.waits})`,
            ])}
          />
        </section>
      )}
      {own && (
        <section aria-labelledby="ask">
          <h2 id="ask">{said.ask}</h2>
          {asking ? (
            <>
              {questionsCloseAt && <p className="nhsuk-u-reading-width">{said.open(at(questionsCloseAt))}</p>}
              <LoadedLater>
                <AskForm caseId={caseId} />
              </LoadedLater>
            </>
          ) : (
            <p>{said.closed}</p>
          )}
        </section>
      )}
    </>
  )
}
