import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { RadiosField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

interface BallotFormProps {
  caseId: string
  /** The command that casts it. */
  command: string
  round: number
  choices: { value: string; name: string; hint?: string }[]
}

/** How a member votes, with reasons. What was typed survives a sign-in. */
export function BallotForm({ caseId, command, round, choices }: BallotFormProps) {
  const [ballot, setBallot, forget] = useKept(`${caseId}:${command}:${round}`, { option: '', reasons: '' })
  const [tried, setTried] = useState(false)
  const cast = useCommand(caseId, command, forget)
  const faults = [
    ...(ballot.option === '' ? [{ fieldId: 'option', detail: words.missing.option }] : []),
    ...(ballot.reasons.trim() === '' ? [{ fieldId: 'reasons', detail: words.missing.reasons }] : []),
  ]
  const shown = tried ? faults : []
  const faultIn = (id: string) => shown.find(({ fieldId }) => fieldId === id)?.detail
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faults.length === 0 && !cast.isPending) cast.mutate({ round, ...ballot, reasons: ballot.reasons.trim() })
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      {shown.length > 0 && <ProblemSummary {...words.problem} faults={shown} />}
      <CommandProblem error={cast.error} />
      <RadiosField
        id="option"
        label={words.choose}
        hint={words.final}
        fault={faultIn('option')}
        value={ballot.option}
        choices={choices}
        onChange={(option) => setBallot({ ...ballot, option: option ?? '' })}
      />
      <WordsField
        id="reasons"
        label={words.reasons}
        hint={words.reasonsHint}
        fault={faultIn('reasons')}
        value={ballot.reasons}
        onChange={(reasons) => setBallot({ ...ballot, reasons })}
      />
      <ActionButton submit busy={cast.isPending}>
        {cast.isPending ? words.casting : words.cast}
      </ActionButton>
    </form>
  )
}
