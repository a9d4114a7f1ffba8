import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { viewFewTenders } from '../../../domain/tender/few-tenders.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CasePart } from '../case/case-part.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words as form } from '../command-form/words.ts'
import { useNames } from '../people/use-names.ts'
import { words } from './words.ts'

type FewTenders = ReturnType<typeof viewFewTenders>

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
  const names = useNames()
  // Nothing is chosen, and nobody took part, until the chair says so.
  const begun = { choice: '', reasons: '', present: [] as string[] }
  const [said, setSaid, forget] = useKept(`${caseId}:few-tenders`, begun)
  const [faults, setFaults] = useState<{ detail: string; fieldId: string }[]>([])
  const faultOf = (field: string) => faults.find(({ fieldId }) => fieldId === field)?.detail
  // Since it was typed somebody may have left the panel.
  const present = said.present.filter((id) => few.members.includes(id))
  const decide = useCommand(caseId, 'decide-on-few-tenders', forget)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found = [
      ...(said.choice === '' ? [{ detail: words.noChoice, fieldId: 'choice' }] : []),
      ...(said.reasons.trim() === '' ? [{ detail: words.noReasons, fieldId: 'reasons' }] : []),
      ...(present.length === 0 ? [{ detail: words.nobody, fieldId: 'present' }] : []),
    ]
    setFaults(found)
    if (found.length === 0 && !decide.isPending) decide.mutate({ ...said, present })
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={decide.error} field={(pointer) => pointer.split('/')[1]} />
      {faults.length > 0 && <ProblemSummary {...form.faults} faults={faults} />}
      <ChoiceField
        id="choice"
        label={words.choice}
        fault={faultOf('choice')}
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
        fault={faultOf('reasons')}
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
      <Ticks
        id="present"
        label={words.present}
        choices={few.members.map((id) => ({ value: id, name: names.party({ kind: 'person', id }) }))}
        fault={faultOf('present')}
        value={present}
        onChange={(those) => setSaid({ ...said, present: those })}
      />
      <ActionButton submit busy={decide.isPending}>
        {decide.isPending ? words.recording : words.confirm}
      </ActionButton>
    </form>
  )
}
