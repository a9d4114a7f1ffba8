import { useKept } from '../../kept.ts'
import { RadiosField } from '../../nhs/fields.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
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
  const vote = useCommand(caseId, 'vote-for-chair', () => {
    forget()
    onDone(said.done)
  })
  return (
    <section aria-labelledby="chair" className="nhsuk-u-reading-width">
      <h2 id="chair">{said.title}</h2>
      <p>
        {said.intro} {said.round(round)}
      </p>
      <p>{said.voted(voted)}</p>
      {yours !== undefined && <p>{said.yours(personName(names, yours))}</p>}
      {yours === undefined && (
        <CheckedForm
          command={vote}
          faults={candidate === '' ? [{ detail: said.missing, fieldId: 'candidate' }] : []}
          send={() => vote.mutate({ candidate, round })}
          confirm={said.vote}
        >
          <RadiosField
            id="candidate"
            label={said.who}
            value={candidate}
            choices={candidates.map((value) => ({ value, name: personAlone(names, value) }))}
            onChange={(chosen) => setCandidate(chosen ?? '')}
          />
        </CheckedForm>
      )}
    </section>
  )
}
