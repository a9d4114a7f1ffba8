import { ActionButton } from '../../nhs/action-button.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { DeclineForm } from '../nomination/decline-form.tsx'
import { words } from './words.ts'

const said = words.seat

/** Somebody who was drawn accepts their seat, or declines it. */
export function OwnSeat({ caseId, onDone }: { caseId: string; onDone(heading: string): void }) {
  const accept = useCommand(caseId, 'accept-seat', () => onDone(said.accepted))
  return (
    <section aria-labelledby="seat" className="nhsuk-u-reading-width">
      <h2 id="seat">{said.title}</h2>
      <p>{said.intro}</p>
      <CommandProblem error={accept.error} />
      <ActionButton busy={accept.isPending} onClick={() => accept.mutate({})}>
        {accept.isPending ? words.sending : said.accept}
      </ActionButton>
      <DeclineForm caseId={caseId} command="decline-seat" said={said} onDone={() => onDone(said.declined)} />
    </section>
  )
}
