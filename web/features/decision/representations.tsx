import { at } from '../../time.ts'
import { CommandForm } from '../command-form/command-form.tsx'
import type { Names } from '../people/names.ts'
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
  const { representations = [], status } = decision
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
          {!answer && mayAnswer && status === 'standstill' && (
            <CommandForm
              caseId={caseId}
              name="answer-representation"
              about={String(id)}
              also={{ id }}
              fields={[
                {
                  name: 'decision',
                  label: objections.decision,
                  missing: objections.noDecision,
                  choices: [
                    { value: 'stands', name: objections.stands },
                    { value: 'reopened', name: objections.reopened },
                  ],
                },
                { name: 'reasons', label: objections.reasons, hint: objections.five, missing: objections.noReasons },
              ]}
              confirm={objections.confirm}
              done={objections.done}
            />
          )}
        </section>
      ))}
    </section>
  )
}
