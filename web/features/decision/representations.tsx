import { at } from '../../time.ts'
import type { Names } from '../people/names.ts'
import { AnswerForm } from './answer-form.tsx'
import type { DecisionView } from './decision.ts'
import { words } from './words.ts'

interface RepresentationsProps {
  caseId: string
  decision: DecisionView
  names: Names
  /** They are the chair, who communicates the panel's further decision. */
  mayAnswer: boolean
}

/** What bidders objected, what they were answered; and the chair's answer where none was given yet. */
export function Representations({ caseId, decision, names, mayAnswer }: RepresentationsProps) {
  const { objections } = words
  const { representations = [], status, members = [] } = decision
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{objections.title}</h2>
      {representations.length === 0 && <p>{objections.none}</p>}
      {representations.map(({ id, organisationId, text, at: made, answer }) => (
        <section key={id}>
          <h3>{objections.made(names.place(organisationId), at(made))}</h3>
          <p className="nhsuk-u-reading-width">{text}</p>
          {answer && (
            <p className="nhsuk-u-reading-width">
              {objections.answered(objections[answer.decision], at(answer.at))}. {answer.reasons}
            </p>
          )}
          {answer?.present && <p>{objections.considered(names.parties(answer.present.map(asPerson)))}</p>}
          {!answer && mayAnswer && status === 'standstill' && (
            <AnswerForm caseId={caseId} id={id} members={members} names={names} />
          )}
        </section>
      ))}
    </section>
  )
}

const asPerson = (id: string) => ({ kind: 'person' as const, id })
