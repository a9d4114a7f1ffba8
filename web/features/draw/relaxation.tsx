import { useKept } from '../../kept.ts'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import type { Names } from '../people/names.ts'
import { changesInWords } from './limit-in-words.ts'
import type { PanelView } from './panel-view.ts'
import { PartForm } from './part-form.tsx'
import { words } from './part-words.ts'

interface RelaxationProps {
  caseId: string
  impossible: NonNullable<PanelView['impossible']>
  names: Names
}

/** Where no panel is possible, the programme manager chooses what gives way, with a reason. */
export function Relaxation({ caseId, impossible: { alternatives, unsolved }, names }: RelaxationProps) {
  const [choice, setChoice] = useKept(`${caseId}:relax:choice`, '1')
  const [reason, setReason, forget] = useKept(`${caseId}:relax`, '')
  const said = words.impossible
  if (alternatives.length === 0)
    return (
      <>
        <h2>{unsolved === undefined ? said.title : said.unsolved}</h2>
        <p>{unsolved === undefined ? said.none : `${unsolved} ${said.again}`}</p>
      </>
    )
  const { panel = [], quorum } = alternatives[Number(choice) - 1] ?? {}
  return (
    <PartForm
      caseId={caseId}
      name="relax-constraints"
      title={said.title}
      what={said.what}
      go={said.go}
      faults={reason.trim() === '' ? [{ fieldId: 'reason', detail: words.missing.reason }] : []}
      body={() => ({ choice: Number(choice), reason: reason.trim() })}
      onDone={forget}
    >
      <ChoiceField
        id="choice"
        label={said.choose}
        value={choice}
        choices={alternatives.map(({ limits }, at) => ({ value: String(at + 1), name: changesInWords(limits) }))}
        onChange={setChoice}
      />
      {quorum !== undefined && <p>{said.quorum(quorum)}</p>}
      <p>{said.allows}:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {panel.map((id) => (
          <li key={id}>{names.party({ kind: 'person', id })}</li>
        ))}
      </ul>
      <WordsField id="reason" label={said.reason} value={reason} onChange={setReason} />
      <p>{said.otherwise}</p>
    </PartForm>
  )
}

/** Where the bars leave too few, the approver decides how it is decided. */
export function Procedure({ caseId, impossible }: Pick<RelaxationProps, 'caseId' | 'impossible'>) {
  const unsolved = impossible.unsolved !== undefined
  const ways = Object.entries(words.procedure.ways).filter(([way]) => !unsolved || way === 'without a panel')
  const [how, setHow] = useKept(`${caseId}:procedure:how`, ways[0]?.[0] ?? '')
  const [reasons, setReasons, forget] = useKept(`${caseId}:procedure`, '')
  const said = words.procedure
  return (
    <PartForm
      caseId={caseId}
      name="decide-procedure"
      title={said.title}
      what={unsolved ? said.unsolved : said.what}
      go={said.go}
      faults={reasons.trim() === '' ? [{ fieldId: 'reasons', detail: words.missing.reason }] : []}
      body={() => ({ how, reasons: reasons.trim() })}
      onDone={forget}
    >
      <ChoiceField
        id="how"
        label={said.how}
        value={how}
        choices={ways.map(([value, name]) => ({ value, name }))}
        onChange={setHow}
      />
      <WordsField id="reasons" label={said.reasons} value={reasons} onChange={setReasons} />
    </PartForm>
  )
}
