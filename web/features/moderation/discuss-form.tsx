import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import type { Names } from '../people/names.ts'
import type { Matter, Moderation } from './moderation.ts'
import { words } from './words.ts'

interface DiscussFormProps {
  caseId: string
  moderation: Moderation
  matter: Matter
  meeting: Moderation['meetings'][number]
  names: Names
}

const NOT_AGREED = 'not agreed'

/** The chair records what came of one criterion: a score, or that there was no agreement; always with the reason. */
export function DiscussForm({ caseId, moderation, matter, meeting, names }: DiscussFormProps) {
  const { organisationId, criterionId } = matter
  const id = `${organisationId}-${criterionId}`
  const begun = { outcome: '', reason: '', present: meeting.present }
  const [said, setSaid, forget] = useKept(`${caseId}:moderate:${meeting.number}:${id}`, begun)
  const [faults, setFaults] = useState<{ detail: string; fieldId: string }[]>([])
  const agree = useCommand(caseId, said.outcome === NOT_AGREED ? 'leave-to-median' : 'moderate-criterion', forget)
  const scale = moderation.criteria.find((criterion) => criterion.id === criterionId)?.scale ?? []
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (agree.isPending) return
    const found = [
      ...(said.outcome === '' ? [{ detail: words.discuss.noOutcome, fieldId: `${id}-outcome` }] : []),
      ...(said.reason.trim() === '' ? [{ detail: words.discuss.noReason, fieldId: `${id}-reason` }] : []),
    ]
    setFaults(found)
    const { reason, present, outcome } = said
    const score = outcome === NOT_AGREED ? {} : { score: Number(outcome) }
    if (found.length === 0) agree.mutate({ organisationId, criterionId, reason, present, ...score })
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={agree.error} field={() => `${id}-present`} />
      {faults.length > 0 && <ProblemSummary {...words.discuss.faults} faults={faults} />}
      <ChoiceField
        id={`${id}-outcome`}
        label={words.discuss.outcome}
        value={said.outcome}
        onChange={(outcome) => setSaid({ ...said, outcome })}
        choices={[
          { value: '', name: '' },
          ...scale.map((earns, score) => ({ value: String(score), name: words.discuss.score(score, earns) })),
          { value: NOT_AGREED, name: words.discuss.notAgreed },
        ]}
      />
      <WordsField
        id={`${id}-reason`}
        label={words.discuss.reason}
        value={said.reason}
        onChange={(reason) => setSaid({ ...said, reason })}
      />
      <Ticks
        id={`${id}-present`}
        label={words.discuss.present}
        choices={meeting.present.map((person) => ({
          value: person,
          name: names.party({ kind: 'person', id: person }),
        }))}
        value={said.present}
        onChange={(present) => setSaid({ ...said, present })}
      />
      <ActionButton submit busy={agree.isPending}>
        {agree.isPending ? words.recording : words.discuss.confirm}
      </ActionButton>
    </form>
  )
}
