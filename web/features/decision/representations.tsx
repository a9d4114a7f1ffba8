import { More } from '../../nhs/more.tsx'
import { at } from '../../time.ts'
import { CommandForm } from '../command-form/command-form.tsx'
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
      {representations.map(({ id, organisationId, from = '', receivedAt, way, afterAward, text, at: made, answer }) => (
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
          <p className="nhsuk-u-reading-width">{text}</p>
          {answer && (
            <p className="nhsuk-u-reading-width">
              {objections.answered(objections[answer.decision], at(answer.at))}. {answer.reasons}
            </p>
          )}
          {answer?.present && <p>{objections.considered(names.everyOne(answer.present.map(asPerson)))}</p>}
          {!answer && mayAnswer && (status === 'standstill' || afterAward) && (
            <AnswerForm caseId={caseId} id={id} members={members} names={names} afterAward={afterAward === true} />
          )}
        </section>
      ))}
      {mayRecord && (status === 'standstill' || status === 'awarded') && (
        <Received caseId={caseId} about={String(representations.length)} awarded={status === 'awarded'} />
      )}
    </section>
  )
}

function Received({ caseId, about, awarded }: { caseId: string; about: string; awarded: boolean }) {
  const { received, ways } = words.objections
  return (
    <More title={received.title}>
      <p className="nhsuk-u-reading-width">{received.about}</p>
      {awarded && <p className="nhsuk-u-reading-width">{received.awarded}</p>}
      <CommandForm
        caseId={caseId}
        name="record-representation"
        about={about}
        fields={[
          { name: 'from', label: received.from, missing: received.noFrom, line: true },
          {
            name: 'way',
            label: received.way,
            missing: received.noWay,
            choices: Object.entries(ways).map(([value, name]) => ({ value, name })),
          },
          { name: 'on', label: received.on, missing: received.noOn, date: true },
          { name: 'time', label: received.time, hint: received.timeHint, missing: received.noTime, line: true },
          { name: 'text', label: received.text, missing: received.noText },
        ]}
        confirm={received.confirm}
        done={awarded ? received.doneAfterAward : received.done}
        {...(awarded && { check: received.check })}
      />
    </More>
  )
}

const asPerson = (id: string) => ({ kind: 'person' as const, id })
