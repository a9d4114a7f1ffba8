import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { InterestFields } from '../interests/interest-fields.tsx'
import { faultsIn, interestFrom, untyped } from '../interests/typed-interest.ts'
import { type Registered, useRegisterCommand } from './use-register.ts'
import { words } from './words.ts'

const said = words.record

const empty = { person: '', source: '', interest: untyped }

/** Which field of the form a fault of the command belongs to. */
const fields: Record<string, string> = {
  '/person': 'person',
  '/interest/source': 'source',
  '/interest/organisationId': 'organisation',
  '/interest/kind': 'kind',
  '/interest/basisPoints': 'share',
  '/interest/detail': 'detail',
  '/interest/endedOn': 'ended',
}

/** Records an interest that is known from another source: it is put to the person, and bars nobody. */
export function RecordInterest({ people, onDone }: { people: Registered[]; onDone(): void }) {
  const [typed, setTyped, forget] = useKept('record-interest', empty)
  const [asked, setAsked] = useState(false)
  const command = useRegisterCommand('record-interest', () => {
    forget()
    setAsked(false)
    onDone()
  })
  const faults = asked
    ? [
        ...(typed.person === '' ? [{ fieldId: 'person', detail: said.missingPerson }] : []),
        ...faultsIn(typed.interest),
        ...(typed.source.trim() === '' ? [{ fieldId: 'source', detail: said.missingSource }] : []),
      ]
    : []
  const faultOf = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.detail
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const complete = typed.person !== '' && typed.source.trim() !== '' && faultsIn(typed.interest).length === 0
    if (!complete || command.isPending) return
    const interest = { ...interestFrom(typed.interest), source: typed.source }
    command.mutate({ person: typed.person, interest })
  }
  const rows = [...people].sort((one, other) => one.name.localeCompare(other.name))
  return (
    <form onSubmit={send} noValidate aria-labelledby="record" className="nhsuk-u-reading-width">
      <h2 id="record">{said.title}</h2>
      <p>{said.what}</p>
      <CommandProblem error={command.error} field={(pointer) => fields[pointer]} />
      {faults.length > 0 && <ProblemSummary {...words.faults} faults={faults} />}
      <ChoiceField
        id="person"
        label={said.person}
        fault={faultOf('person')}
        value={typed.person}
        onChange={(person) => setTyped({ ...typed, person })}
        choices={[{ value: '', name: said.choose }, ...rows.map(({ person, name }) => ({ value: person, name }))]}
      />
      <InterestFields
        typed={typed.interest}
        setTyped={(interest) => setTyped({ ...typed, interest })}
        faults={faults}
        asked={{ kind: said.kind, share: said.share, kinds: words.kinds }}
      />
      <TextField
        id="source"
        label={said.source}
        hint={said.sourceHint}
        fault={faultOf('source')}
        value={typed.source}
        onChange={(source) => setTyped({ ...typed, source })}
      />
      <ActionButton submit busy={command.isPending}>
        {command.isPending ? words.sending : said.confirm}
      </ActionButton>
    </form>
  )
}
