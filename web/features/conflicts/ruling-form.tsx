import type { FormEvent } from 'react'
import { useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { CommandProblem, fieldOf } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

const said = words.ruling
const empty = { ruling: '', reasons: '', mitigation: '', soleExpertIn: '' }

/** The ruling on one person’s flagged interests: cleared, managed or barred, with reasons. */
export function RulingForm({ caseId, person, onDone }: { caseId: string; person: string; onDone(): void }) {
  const [typed, setTyped, forget] = useKept(`ruling:${caseId}:${person}`, empty)
  const [faults, setFaults] = useState<{ fieldId: string; detail: string }[]>([])
  const id = (field: string) => `${field}-${person}`
  const faultOf = (field: string) => faults.find(({ fieldId }) => fieldId === id(field))?.detail
  const command = useCommand(caseId, 'adjudicate-interest', () => {
    forget()
    onDone()
  })
  const body = () => {
    const { ruling, reasons, mitigation, soleExpertIn } = typed
    const managed = ruling === 'managed'
    return {
      ...{ person, ruling, reasons },
      ...(managed && { mitigation }),
      ...(managed && soleExpertIn.trim() !== '' && { soleExpertIn: soleExpertIn.trim() }),
    }
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found = [
      ...(typed.ruling === '' ? [{ fieldId: id('ruling'), detail: words.fault.ruling }] : []),
      ...(typed.reasons.trim() === '' ? [{ fieldId: id('reasons'), detail: words.fault.reasons }] : []),
      ...(typed.ruling === 'managed' && typed.mitigation.trim() === ''
        ? [{ fieldId: id('mitigation'), detail: words.fault.mitigation }]
        : []),
    ]
    setFaults(found)
    if (found.length === 0 && !command.isPending) command.mutate(body())
  }
  return (
    <More title={said.title}>
      <form onSubmit={send} noValidate>
        <CommandProblem error={command.error} field={(pointer) => id(fieldOf(pointer))} />
        {faults.length > 0 && <ProblemSummary {...words.fault} faults={faults} />}
        <ChoiceField
          id={id('ruling')}
          label={said.which}
          fault={faultOf('ruling')}
          value={typed.ruling}
          onChange={(ruling) => setTyped({ ...typed, ruling })}
          choices={[
            { value: '', name: said.choose },
            ...(['cleared', 'managed', 'barred'] as const).map((value) => ({ value, name: said[value] })),
          ]}
        />
        <WordsField
          id={id('reasons')}
          label={said.reasons}
          hint={said.reasonsHint}
          fault={faultOf('reasons')}
          value={typed.reasons}
          onChange={(reasons) => setTyped({ ...typed, reasons })}
        />
        {typed.ruling === 'managed' && (
          <>
            <WordsField
              id={id('mitigation')}
              label={said.mitigation}
              fault={faultOf('mitigation')}
              value={typed.mitigation}
              onChange={(mitigation) => setTyped({ ...typed, mitigation })}
            />
            <TextField
              id={id('soleExpertIn')}
              label={said.soleExpert}
              hint={said.soleExpertHint}
              value={typed.soleExpertIn}
              onChange={(soleExpertIn) => setTyped({ ...typed, soleExpertIn })}
            />
          </>
        )}
        <ActionButton submit small busy={command.isPending}>
          {command.isPending ? said.ruling : said.confirm}
        </ActionButton>
      </form>
    </More>
  )
}
