import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Party } from '../../../domain/case/party.ts'
import { whatIsAsked } from '../../../workflows/pictures/waits.ts'
import { pageFor } from '../../../workflows/pictures/where.ts'
import type { CaseView, Me } from '../../api.ts'
import { useMe } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { deeds, deedsOf } from './deeds.ts'
import { words } from './words.ts'

/** What waits for this person, and the deeds that fit the case as it stands; never a button that leads to a refusal. */
export function WhatYouMayDo({ theCase }: { theCase: CaseView }) {
  const { data: me } = useMe()
  const { data: registers } = useQuery(useRegisters())
  const { caseId, wait } = theCase
  const level = registers?.areas.find(({ id }) => id === theCase.proposal.form.area)?.level
  const names = deedsOf(theCase, level)
  const asked = wait && me ? wait.waitsFor.filter((party) => isThem(party, me)) : []
  const [first] = asked
  const page = wait && first ? pageFor(wait.name, first.kind) : undefined
  return (
    <section aria-labelledby="may">
      <h2 id="may">{words.may}</h2>
      {wait && asked.length > 0 && <p>{words.waitsForYou(whatIsAsked(wait.name, asked))}</p>}
      {page && page !== '/cases/$caseId' && (
        <Link to={page} params={{ caseId }} className="nhsuk-button">
          {words.goOn}
        </Link>
      )}
      {names.length === 0 && asked.length === 0 && <p>{words.mayNothing}</p>}
      {names.length > 0 && (
        <div className="nhsuk-button-group">
          {names.map((deed) => (
            <Link
              key={deed}
              to="/cases/$caseId/do/$deed"
              params={{ caseId, deed }}
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

function isThem(party: Party, { person }: Me): boolean {
  const own = { person: person.id, practice: person.practiceId, provider: person.organisationId }
  if ('id' in party) return party.id === own[party.kind]
  return person.roles.some((role) => role === party.kind || role === `deputy-${party.kind}`)
}
