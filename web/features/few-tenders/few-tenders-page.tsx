import { useParams } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import type { viewFewTenders } from '../../../domain/tender/few-tenders.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CasePart } from '../case/case-part.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
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
  const begun = { choice: few.choices[0] ?? 're-tender', reasons: '', present: few.members }
  const [said, setSaid, forget] = useKept(`${caseId}:few-tenders`, begun)
  const decide = useCommand(caseId, 'decide-on-few-tenders', forget)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!decide.isPending) decide.mutate(said)
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={decide.error} field={(pointer) => pointer.split('/')[1]} />
      <ChoiceField
        id="choice"
        label={words.choice}
        value={said.choice}
        choices={few.choices.map((value) => ({ value, name: words.choices[value] }))}
        onChange={(chosen) => setSaid({ ...said, choice: few.choices.find((one) => one === chosen) ?? said.choice })}
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
        choices={few.members.map((id) => ({ value: id, name: names.party({ kind: 'person', id }) }))}
        value={said.present}
        onChange={(present) => setSaid({ ...said, present })}
      />
      <ActionButton submit busy={decide.isPending}>
        {decide.isPending ? words.recording : words.confirm}
      </ActionButton>
    </form>
  )
}
