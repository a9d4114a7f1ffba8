import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { RadiosField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import type { PanelView } from '../draw/panel-view.ts'
import { type Names, personAlone, personName } from '../people/names.ts'
import { words } from './words.ts'

const said = words.chair

type ChoiceOfChair = Extract<PanelView['choiceOfChair'], { status: 'choosing' }>

interface ChairVoteProps {
  caseId: string
  choice: ChoiceOfChair
  names: Names
  onDone(heading: string): void
}

/** A member votes for who is to chair the panel. */
export function ChairVote({ caseId, choice, names, onDone }: ChairVoteProps) {
  const { round, candidates, voted, yours } = choice
  const [candidate, setCandidate, forget] = useKept(`${caseId}:chair:${round}`, '')
  const [tried, setTried] = useState(false)
  const vote = useCommand(caseId, 'vote-for-chair', () => {
    forget()
    onDone(said.done)
  })
  const fault = tried && candidate === '' ? said.missing : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (candidate !== '' && !vote.isPending) vote.mutate({ candidate, round })
  }
  return (
    <section aria-labelledby="chair" className="nhsuk-u-reading-width">
      <h2 id="chair">{said.title}</h2>
      <p>
        {said.intro} {said.round(round)}
      </p>
      <p>{said.voted(voted)}</p>
      {yours !== undefined && <p>{said.yours(personName(names, yours))}</p>}
      {yours === undefined && (
        <form onSubmit={send} noValidate>
          {fault && <ProblemSummary {...words.faults} faults={[{ fieldId: 'candidate', detail: fault }]} />}
          <CommandProblem error={vote.error} />
          <RadiosField
            id="candidate"
            label={said.who}
            fault={fault}
            value={candidate}
            choices={candidates.map((value) => ({ value, name: personAlone(names, value) }))}
            onChange={(chosen) => setCandidate(chosen ?? '')}
          />
          <ActionButton submit busy={vote.isPending}>
            {vote.isPending ? words.sending : said.vote}
          </ActionButton>
        </form>
      )}
    </section>
  )
}
