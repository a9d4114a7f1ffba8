import { useParams } from '@tanstack/react-router'
import type { viewFewTenders } from '../../../domain/tender/few-tenders.ts'
import { useKept } from '../../kept.ts'
import { Facts } from '../../nhs/facts.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CasePart } from '../case/case-part.tsx'
import { useQuorum } from '../case/use-case.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words as form } from '../command-form/words.ts'
import { personAlone } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { words } from './words.ts'

type FewTenders = ReturnType<typeof viewFewTenders> & { people: Record<string, string> }

/** How the panel goes on with no tender, or with one. */
export function FewTendersPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/few-tenders' })
  return (
    <CasePart<FewTenders> caseId={caseId} title={words.title} path="/few-tenders" live={false}>
      {(few) => (
        <>
          <p className="nhsuk-u-reading-width">{few.few ? words.intro(few.tenders) : words.several}</p>
          {few.chosen && (
            <Facts
              facts={[
                [words.chosen, words.choices[few.chosen.choice]],
                [words.reasons, few.chosen.reasons],
              ]}
            />
          )}
          {few.few && !few.chosen && <ChoiceForm caseId={caseId} few={few} />}
        </>
      )}
    </CasePart>
  )
}

function ChoiceForm({ caseId, few }: { caseId: string; few: FewTenders }) {
  const names = useNames(few.people)
  // Nothing is chosen, and nobody took part, until the chair says so.
  const begun = { choice: '', reasons: '', present: [] as string[] }
  const [said, setSaid, forget] = useKept(`${caseId}:few-tenders`, begun)
  // Since it was typed somebody may have left the panel.
  const present = said.present.filter((id) => few.members.includes(id))
  const quorum = useQuorum(caseId)
  const decide = useCommand(caseId, 'decide-on-few-tenders', forget)
  const faults = [
    ...(said.choice === '' ? [{ detail: words.noChoice, fieldId: 'choice' }] : []),
    ...(said.reasons.trim() === '' ? [{ detail: words.noReasons, fieldId: 'reasons' }] : []),
    ...(present.length === 0 ? [{ detail: words.nobody, fieldId: 'present' }] : []),
  ]
  return (
    <CheckedForm
      command={decide}
      faults={faults}
      field={(pointer) => pointer.split('/')[1]}
      send={() => decide.mutate({ ...said, present })}
      confirm={words.confirm}
      typed={said.reasons}
    >
      <ChoiceField
        id="choice"
        label={words.choice}
        value={said.choice}
        choices={[
          { value: '', name: form.choose },
          ...few.choices.map((value) => ({ value, name: words.choices[value] })),
        ]}
        onChange={(choice) => setSaid({ ...said, choice })}
      />
      <WordsField
        id="reasons"
        label={words.reasons}
        hint={words.reasonsHint}
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
      <Ticks
        id="present"
        label={words.present}
        hint={form.mustTakePart(quorum)}
        choices={few.members.map((person) => ({ value: person, name: personAlone(names, person) }))}
        value={present}
        onChange={(those) => setSaid({ ...said, present: those })}
      />
    </CheckedForm>
  )
}
