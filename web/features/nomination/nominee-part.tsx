import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Nominee } from '../../../domain/nomination/nomination.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { at, on } from '../../time.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { useOwnInterests } from '../interests/use-interests.ts'
import { DeclineForm } from './decline-form.tsx'
import { words } from './words.ts'

const said = words.nominee

interface NomineePartProps {
  caseId: string
  status: Nominee['status']
  /** They were asked as a member of the area's panel, whose term ends then. */
  standingUntil: string | undefined
  onDone(heading: string): void
}

/** A nominee accepts, confirming what they declared, or declines. */
export function NomineePart({ caseId, status, standingUntil, onDone }: NomineePartProps) {
  const { data: interests } = useQuery(useOwnInterests())
  const accept = useCommand(caseId, 'accept-nomination', () => onDone(said.accepted))
  const declared = interests && interests.status !== 'never' && interests.status !== 'expired'
  return (
    <section aria-labelledby="nominee" className="nhsuk-u-reading-width">
      <h2 id="nominee">{said.title}</h2>
      {status === 'accepted' && <p>{said.hasAccepted}</p>}
      {status === 'declined' && <p>{said.hasDeclined}</p>}
      {status === 'nominated' && (
        <>
          <p>{said.intro}</p>
          {standingUntil !== undefined && <p>{said.standing(at(standingUntil))}</p>}
          <CommandProblem error={accept.error} />
          {interests && declared && (
            <>
              <p>{said.declared(on(interests.declaredAt ?? ''))}</p>
              <p>
                <Link to="/interests" search={{ forCase: caseId }}>
                  {said.look}
                </Link>
              </p>
              <ActionButton busy={accept.isPending} onClick={() => accept.mutate({})}>
                {accept.isPending ? words.sending : said.accept}
              </ActionButton>
            </>
          )}
          {interests && !declared && (
            <>
              <p>{said.declareWhy}</p>
              <Link to="/interests" search={{ forCase: caseId }} className="nhsuk-button">
                {said.declare}
              </Link>
            </>
          )}
        </>
      )}
      {status !== 'declined' && (
        <DeclineForm caseId={caseId} command="decline-nomination" said={said} onDone={() => onDone(said.declined)} />
      )}
    </section>
  )
}
