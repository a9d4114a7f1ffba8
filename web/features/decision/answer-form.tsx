import { useNavigate } from '@tanstack/react-router'
import { useKept } from '../../kept.ts'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { useQuorum } from '../case/use-case.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words as form } from '../command-form/words.ts'
import { type Names, personAlone } from '../people/names.ts'
import { words } from './words.ts'

interface AnswerFormProps {
  caseId: string
  /** Of the representation. */
  id: number
  /** Who can have considered it. */
  members: string[]
  names: Names
  /** It was recorded when the contract had been awarded: the panel cannot vote again. */
  afterAward: boolean
}

/** The chair communicates what the panel decided on a representation, with its reasons and who considered it. */
export function AnswerForm({ caseId, id, members, names, afterAward }: AnswerFormProps) {
  const { objections } = words
  const begun = { decision: '', reasons: '', present: [] as string[] }
  const [said, setSaid, forget] = useKept(`${caseId}:answer-representation:${id}`, begun)
  const navigate = useNavigate()
  const quorum = useQuorum(caseId)
  const answer = useCommand(caseId, 'answer-representation', async () => {
    forget()
    await navigate({ to: '.', search: true, state: { said: objections.done }, replace: true })
  })
  const present = said.present.filter((person) => members.includes(person))
  const field = (name: string) => `representation-${id}-${name}`
  const faults = [
    ...(said.decision === '' ? [{ detail: objections.noDecision, fieldId: field('decision') }] : []),
    ...(said.reasons.trim() === '' ? [{ detail: objections.noReasons, fieldId: field('reasons') }] : []),
    ...(present.length === 0 ? [{ detail: objections.nobody, fieldId: field('present') }] : []),
  ]
  return (
    <CheckedForm
      command={answer}
      faults={faults}
      field={() => field('present')}
      send={() => answer.mutate({ ...said, id, present })}
      confirm={objections.confirm}
      typed={said.reasons}
    >
      <ChoiceField
        id={field('decision')}
        label={objections.decision}
        value={said.decision}
        onChange={(decision) => setSaid({ ...said, decision })}
        choices={[
          { value: '', name: form.choose },
          { value: 'stands', name: objections.stands },
          afterAward
            ? { value: 'should not stand', name: objections['should not stand'] }
            : { value: 'reopened', name: objections.reopened },
        ]}
      />
      <WordsField
        id={field('reasons')}
        label={objections.reasons}
        hint={`${objections.public} ${afterAward ? objections.afterFive : objections.five}`}
        rows={10}
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
      <Ticks
        id={field('present')}
        label={objections.present}
        hint={form.mustTakePart(quorum)}
        choices={members.map((person) => ({ value: person, name: personAlone(names, person) }))}
        value={present}
        onChange={(those) => setSaid({ ...said, present: those })}
      />
    </CheckedForm>
  )
}
