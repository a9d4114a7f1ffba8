import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem, fieldOf } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

const said = words.ruling
/** `read`: what was open when the first word was typed. */
const empty = { ruling: '', reasons: '', mitigation: '', soleExpertIn: '', read: [] as string[] }

/** A finding that waits for a ruling, and what a ruling on it names. */
export interface Open {
  reading: string
  evidence: string
}

interface RulingFormProps {
  caseId: string
  person: string
  open: Open[]
  /** Which the case needs. */
  skills: string[]
  onDone(): void
}

/** The ruling on one person’s flagged interests: cleared, managed or barred, with reasons. It is on what was read, and nothing else. */
export function RulingForm({ caseId, person, open, skills, onDone }: RulingFormProps) {
  const queries = useQueryClient()
  const [typed, setTyped, forget] = useKept(`ruling:${caseId}:${person}`, empty)
  const [faults, setFaults] = useState<{ fieldId: string; detail: string }[]>([])
  const id = (field: string) => `${field}-${person}`
  const faultOf = (field: string) => faults.find(({ fieldId }) => fieldId === id(field))?.detail
  const command = useCommand(caseId, 'adjudicate-interest', () => {
    forget()
    onDone()
  })
  const now = open.map(({ reading }) => reading)
  const read = typed.read.length > 0 ? typed.read : now
  const changed = [...read].sort().join() !== [...now].sort().join()
  const set = (some: Partial<typeof empty>) => setTyped({ ...typed, read, ...some })
  const body = () => {
    const { ruling, reasons, mitigation, soleExpertIn } = typed
    const managed = ruling === 'managed'
    return {
      ...{ person, ruling, read, reasons },
      ...(managed && { mitigation }),
      ...(managed && soleExpertIn !== '' && { soleExpertIn }),
    }
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found = [
      ...(changed ? [{ fieldId: id('read'), detail: words.fault.read }] : []),
      ...(typed.ruling === '' ? [{ fieldId: id('ruling'), detail: words.fault.ruling }] : []),
      ...(typed.reasons.trim() === '' ? [{ fieldId: id('reasons'), detail: words.fault.reasons }] : []),
      ...(typed.ruling === 'managed' && typed.mitigation.trim() === ''
        ? [{ fieldId: id('mitigation'), detail: words.fault.mitigation }]
        : []),
    ]
    setFaults(found)
    if (found.length === 0 && !command.isPending)
      command.mutate(body(), {
        onError: (error) => {
          if (error instanceof Problem && error.code === 'Stale') void queries.invalidateQueries()
        },
      })
  }
  return (
    <More title={said.title} open={typed.read.length > 0}>
      <form onSubmit={send} noValidate>
        <CommandProblem error={command.error} field={(pointer) => id(fieldOf(pointer))} />
        {faults.length > 0 && <ProblemSummary {...words.fault} faults={faults} />}
        {changed && (
          <Notice title={said.changed}>
            <p>{said.changedWhat}</p>
          </Notice>
        )}
        <p>{said.on}</p>
        <ul id={id('read')} tabIndex={-1}>
          {open.map(({ reading, evidence }) => (
            <li key={reading}>{read.includes(reading) ? evidence : said.isNew(evidence)}</li>
          ))}
        </ul>
        {changed && (
          <ActionButton
            kind="secondary"
            small
            onClick={() => {
              set({ read: now })
              setFaults(faults.filter(({ fieldId }) => fieldId !== id('read')))
              command.reset()
            }}
          >
            {said.read}
          </ActionButton>
        )}
        <ChoiceField
          id={id('ruling')}
          label={said.which}
          fault={faultOf('ruling')}
          value={typed.ruling}
          onChange={(ruling) => set({ ruling })}
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
          onChange={(reasons) => set({ reasons })}
        />
        {typed.ruling === 'managed' && (
          <>
            <WordsField
              id={id('mitigation')}
              label={said.mitigation}
              fault={faultOf('mitigation')}
              value={typed.mitigation}
              onChange={(mitigation) => set({ mitigation })}
            />
            {skills.length > 0 && (
              <ChoiceField
                id={id('soleExpertIn')}
                label={said.soleExpert}
                hint={said.soleExpertHint}
                value={typed.soleExpertIn}
                onChange={(soleExpertIn) => set({ soleExpertIn })}
                choices={[
                  { value: '', name: said.noSoleExpert },
                  ...skills.map((skill) => ({ value: skill, name: skill })),
                ]}
              />
            )}
          </>
        )}
        <ActionButton submit small busy={command.isPending}>
          {command.isPending ? said.ruling : said.confirm}
        </ActionButton>
      </form>
    </More>
  )
}
