import { useKept } from '../../kept.ts'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { PartForm } from './part-form.tsx'
import { words } from './part-words.ts'

/** Where too few practices contribute, the programme manager takes the randomness from elsewhere, with a reason. */
export function ChangeRandomness({ caseId }: { caseId: string }) {
  const said = words.randomness
  const sources = Object.entries(said.sources).map(([value, name]) => ({ value, name }))
  const [to, setTo] = useKept(`${caseId}:randomness:to`, sources[0]?.value ?? '')
  const [reason, setReason, forget] = useKept(`${caseId}:randomness`, '')
  return (
    <PartForm
      caseId={caseId}
      name="change-randomness"
      title={said.title}
      what={said.what}
      go={said.go}
      faults={reason.trim() === '' ? [{ fieldId: 'reason', detail: words.missing.reason }] : []}
      body={() => ({ to, reason: reason.trim() })}
      onDone={forget}
    >
      <ChoiceField id="to" label={said.choose} value={to} choices={sources} onChange={setTo} />
      <WordsField id="reason" label={said.reason} value={reason} onChange={setReason} />
    </PartForm>
  )
}

/** Where the public numbers that were named never appeared, the approver gives the draw up, with reasons. */
export function GiveUpNumbers({ caseId }: { caseId: string }) {
  const [reasons, setReasons, forget] = useKept(`${caseId}:give-up-numbers`, '')
  const said = words.giveUp
  return (
    <PartForm
      caseId={caseId}
      name="give-up-numbers"
      title={said.title}
      what={said.what}
      go={said.go}
      faults={reasons.trim() === '' ? [{ fieldId: 'reasons', detail: words.missing.reason }] : []}
      body={() => ({ reasons: reasons.trim() })}
      onDone={forget}
    >
      <WordsField id="reasons" label={said.reasons} value={reasons} onChange={setReasons} />
    </PartForm>
  )
}
