import { useQuery } from '@tanstack/react-query'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { when } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { useMe } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { keepsRegister } from './readers.ts'
import { NEW } from './typed-organisation.ts'
import { useOrganisationPast, useRegister } from './use-register.ts'
import { words } from './words.ts'

const said = words.organisation

/** One organisation of the register: recorded anew by those who keep it, and how its entry came about. */
export function OrganisationPage({ organisationId }: { organisationId: string }) {
  const { data: me } = useMe()
  const { data: registers } = useQuery(useRegisters())
  const { data: register, error } = useQuery(useRegister())
  const recorded = register?.organisations.find(({ id }) => id === organisationId)
  const title = recorded?.name ?? said.newTitle
  useTitle(title)
  const keeps = me !== undefined && keepsRegister(me.person)
  const owners = register?.organisations.flatMap(({ name, owns }) =>
    owns
      .filter((holding) => holding.organisationId === organisationId)
      .map(({ basisPoints }) => said.owner(name, basisPoints / 100)),
  )
  return (
    <>
      <BackLink to="/register">{words.title}</BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      {register && !recorded && organisationId !== NEW && <p>{said.unknown}</p>}
      {register && registers && (recorded || organisationId === NEW) && (
        <>
          <h1>{title}</h1>
          {owners && owners.length > 0 && <p>{said.ownedBy(owners)}</p>}
          {keeps && (
            <OrganisationForm
              key={organisationId}
              recorded={recorded}
              organisations={register.organisations}
              areas={registers.areas}
            />
          )}
          {recorded && <OrganisationPast organisationId={organisationId} people={register.people} />}
        </>
      )}
    </>
  )
}

interface OrganisationPastProps {
  organisationId: string
  people: { person: string; name: string }[]
}

function OrganisationPast({ organisationId, people }: OrganisationPastProps) {
  const { data } = useQuery(useOrganisationPast(organisationId))
  if (!data) return null
  const nameOf = (person: string | undefined) => people.find((one) => one.person === person)?.name ?? words.past.file
  return (
    <section aria-labelledby="past">
      <h2 id="past">{words.past.title}</h2>
      {data.past.length === 0 && <p>{said.noPast}</p>}
      <ul>
        {data.past.map(({ sequence, at, by, told }) => (
          <li key={sequence}>
            {when(at)}, {nameOf('person' in by ? by.person : undefined)}: {told}
          </li>
        ))}
      </ul>
    </section>
  )
}
