import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { useMe } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { askedOf } from './asked-of.ts'
import { deeds, deedsOf } from './deeds.ts'
import { words } from './words.ts'

/** The deeds that fit the case as it stands; never a button that leads to a refusal. What waits for them is said above. */
export function WhatYouMayDo({ theCase }: { theCase: CaseView }) {
  const { data: me } = useMe()
  const { data: registers } = useQuery(useRegisters())
  const { caseId } = theCase
  const level = registers?.areas.find(({ id }) => id === theCase.proposal.form.area)?.level
  const names = deedsOf(theCase, level)
  const asked = me ? askedOf(theCase, me) : []
  if (names.length === 0 && asked.length > 0) return null
  return (
    <section aria-labelledby="may">
      <h2 id="may">{words.may}</h2>
      {names.length === 0 && <p>{words.mayNothing}</p>}
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
