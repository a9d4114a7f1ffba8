import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
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
  const [asked, setAsked] = useState(false)
  const navigate = useNavigate()
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
  const faultOf = (name: string) => (asked ? faults.find(({ fieldId }) => fieldId === field(name))?.detail : undefined)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (faults.length === 0 && !answer.isPending) answer.mutate({ ...said, id, present })
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={answer.error} field={() => field('present')} />
      {asked && faults.length > 0 && <ProblemSummary {...form.faults} faults={faults} />}
      <ChoiceField
        id={field('decision')}
        label={objections.decision}
        fault={faultOf('decision')}
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
        fault={faultOf('reasons')}
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
      <Ticks
        id={field('present')}
        label={objections.present}
        fault={faultOf('present')}
        choices={members.map((person) => ({ value: person, name: personAlone(names, person) }))}
        value={present}
        onChange={(those) => setSaid({ ...said, present: those })}
      />
      <ActionButton submit busy={answer.isPending}>
        {answer.isPending ? form.sending : objections.confirm}
      </ActionButton>
    </form>
  )
}
