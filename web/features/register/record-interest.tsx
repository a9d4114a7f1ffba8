import type { Registered } from '../../../functions/api/answers/register.ts'
import { useKept } from '../../kept.ts'
import { ChoiceField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { InterestFields } from '../interests/interest-fields.tsx'
import { faultsIn, interestFrom, untyped } from '../interests/typed-interest.ts'
import { useRegisterCommand } from './use-register.ts'
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
  const command = useRegisterCommand('record-interest', () => {
    forget()
    onDone()
  })
  const faults = [
    ...(typed.person === '' ? [{ fieldId: 'person', detail: said.missingPerson }] : []),
    ...faultsIn(typed.interest),
    ...(typed.source.trim() === '' ? [{ fieldId: 'source', detail: said.missingSource }] : []),
  ]
  const send = () =>
    command.mutate({ person: typed.person, interest: { ...interestFrom(typed.interest), source: typed.source } })
  const rows = [...people].sort((one, other) => one.name.localeCompare(other.name))
  return (
    <section aria-labelledby="record">
      <h2 id="record">{said.title}</h2>
      <p className="nhsuk-u-reading-width">{said.what}</p>
      <CheckedForm
        command={command}
        faults={faults}
        field={(pointer) => fields[pointer]}
        send={send}
        confirm={said.confirm}
      >
        <ChoiceField
          id="person"
          label={said.person}
          value={typed.person}
          onChange={(person) => setTyped({ ...typed, person })}
          choices={[{ value: '', name: said.choose }, ...rows.map(({ person, name }) => ({ value: person, name }))]}
        />
        <InterestFields
          typed={typed.interest}
          setTyped={(interest) => setTyped({ ...typed, interest })}
          asked={{ kind: said.kind, share: said.share, kinds: words.kinds }}
        />
        <TextField
          id="source"
          label={said.source}
          hint={said.sourceHint}
          value={typed.source}
          onChange={(source) => setTyped({ ...typed, source })}
        />
      </CheckedForm>
    </section>
  )
}
