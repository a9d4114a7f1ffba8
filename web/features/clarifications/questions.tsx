import type { viewQuestions } from '../../../domain/clarification/view.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { at, when } from '../../time.ts'
import { FetchedDocument } from '../documents/fetched-document.tsx'
import { useNames } from '../people/use-names.ts'
import { AnswerForm } from './answer-form.tsx'
import { words } from './words.ts'

export type QuestionsView = ReturnType<typeof viewQuestions>

/** Every question, those that wait for an answer first. */
export function Questions({ theCase, view }: { theCase: CaseView; view: QuestionsView }) {
  const said = words.manager
  const names = useNames()
  const mayAnswer = theCase.may.includes('answer-question') && view.status === 'open'
  const ordered = [...view.questions.filter(({ answer }) => !answer), ...view.questions.filter(({ answer }) => answer)]
  return (
    <>
      <p className="nhsuk-u-reading-width">{said.intro}</p>
      {view.status === 'open' && view.questionsCloseAt && <p>{said.closesAt(at(view.questionsCloseAt))}</p>}
      {view.status === 'open' && view.deadline && <p>{said.deadline(at(view.deadline))}</p>}
      {ordered.length === 0 && <p>{said.none}</p>}
      {ordered.map(({ id, text, askedAt, documents, answer, identifying, organisationId }) => (
        <section key={id} aria-labelledby={`question-${id}`}>
          <h2 id={`question-${id}`}>
            {said.number(id)} <Mark tone={answer ? 'good' : 'soon'}>{answer ? said.answered : said.unanswered}</Mark>
          </h2>
          <Facts
            facts={[
              [said.original, text],
              [said.asked, when(askedAt)],
              organisationId ? [said.askedBy, names.place(organisationId)] : undefined,
              !answer && identifying.length > 0
                ? [
                    said.identifying,
                    <BulletList
                      key="identifying"
                      items={[...new Set(identifying.map(({ found, because }) => `“${found}”: ${because}`))]}
                    />,
                  ]
                : undefined,
              answer?.wording ? [said.publishedAs, answer.wording] : undefined,
              answer ? [said.answer, answer.text] : undefined,
            ]}
          />
          {documents.map((document) => (
            <FetchedDocument
              key={document.id}
              path={`/api/cases/${theCase.caseId}/tender/questions/document?document=${document.id}`}
              document={document}
            />
          ))}
          {answer?.documents.map((document) => (
            <FetchedDocument
              key={document.id}
              path={`/api/public/cases/${theCase.caseId}/tender/document?document=${document.id}`}
              document={document}
            />
          ))}
          {!answer && mayAnswer && (
            <AnswerForm caseId={theCase.caseId} id={id} text={text} hasDocuments={documents.length > 0} />
          )}
        </section>
      ))}
    </>
  )
}
