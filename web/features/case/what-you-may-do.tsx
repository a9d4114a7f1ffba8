import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Party } from '../../../domain/case/party.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
import { whatIsAsked } from '../../../workflows/pictures/waits.ts'
import type { CaseView, Me } from '../../api.ts'
import { useMe } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { CasePages, hasPageFor } from './case-pages.tsx'
import { deeds, deedsOf } from './deeds.ts'
import { words } from './words.ts'

/** Waits that the deeds here answer. */
const answeredByDeeds: WaitName[] = ['triage', 'pool']

/** The deeds that fit the case as it stands and are this person's; never a button that leads to a refusal. */
export function WhatYouMayDo({ theCase }: { theCase: CaseView }) {
  const { data: me } = useMe()
  const { data: registers } = useQuery(useRegisters())
  const level = registers?.areas.find(({ id }) => id === theCase.proposal.form.area)?.level
  const names = deedsOf(theCase, level)
  const asked = theCase.wait && me ? theCase.wait.waitsFor.filter((party) => isThem(party, me)) : []
  const wait = asked.length > 0 ? theCase.wait?.name : undefined
  const here = wait !== undefined && hasPageFor(theCase, wait)
  const elsewhere = wait !== undefined && !here && !answeredByDeeds.includes(wait)
  return (
    <section aria-labelledby="may">
      <h2 id="may">{words.may}</h2>
      {here && <p>{words.waitsForYouHere(whatIsAsked(wait, asked))}</p>}
      <CasePages theCase={theCase} asked={asked.length > 0} />
      {elsewhere && (
        <p>
          {words.waitsForYou(whatIsAsked(wait, asked))} <a href="/api/docs">{words.interface}</a>
        </p>
      )}
      {names.length === 0 && !elsewhere && !here && <p>{words.mayNothing}</p>}
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

function isThem(party: Party, { person }: Me): boolean {
  const own = { person: person.id, practice: person.practiceId, provider: person.organisationId }
  if ('id' in party) return party.id === own[party.kind]
  return person.roles.some((role) => role === party.kind || role === `deputy-${party.kind}`)
}
