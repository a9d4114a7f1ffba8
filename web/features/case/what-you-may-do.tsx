import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { waits } from '../../../workflows/pictures/waits.ts'
import type { CaseView, Me } from '../../api.ts'
import { useMe } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { deeds, deedsOf } from './deeds.ts'
import { words } from './words.ts'

/** The deeds that fit the case as it stands and are this person's; never a button that leads to a refusal. */
export function WhatYouMayDo({ theCase }: { theCase: CaseView }) {
  const { data: me } = useMe()
  const { data: registers } = useQuery(useRegisters())
  const level = registers?.areas.find(({ id }) => id === theCase.proposal.form.area)?.level
  const names = deedsOf(theCase, level)
  const asked = theCase.wait && me && isWaitedFor(theCase.wait.waitsFor, me) ? waits[theCase.wait.name] : undefined
  const elsewhere = asked !== undefined && theCase.wait?.name !== 'triage'
  return (
    <section aria-labelledby="may">
      <h2 id="may">{words.may}</h2>
      {elsewhere && (
        <p>
          {words.waitsForYou(asked.what)} <a href="/api/docs">{words.interface}</a>
        </p>
      )}
      {names.length === 0 && !elsewhere && <p>{words.mayNothing}</p>}
      {names.length > 0 && (
        <div className="nhsuk-button-group">
          {names.map((deed) => (
            <Link
              key={deed}
              to="/cases/$caseId/do/$deed"
              params={{ caseId: theCase.caseId, deed }}
              className={`nhsuk-button nhsuk-button--small ${deeds[deed].grave ? 'nhsuk-button--warning' : 'nhsuk-button--secondary'}`}
            >
              {words.deeds[deed].link}
            </Link>
          ))}
        </div>
      )}
    </section>
  )
}

function isWaitedFor(parties: NonNullable<CaseView['wait']>['waitsFor'], { person }: Me): boolean {
  const own = {
    person: person.id,
    practice: person.practiceId,
    provider: person.organisationId,
  }
  return parties.some((party) => {
    if ('id' in party) return party.id === own[party.kind]
    return person.roles.some((role) => role === party.kind || role === `deputy-${party.kind}`)
  })
}
