import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { viewRenewal } from '../../../domain/renewal/view.ts'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import { problemOf } from '../../problem-of.ts'
import { at, when } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { words as caseWords } from '../case/words.ts'
import { interestInWords, relationInWords } from '../interests/interest-in-words.ts'
import type { Names } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { DeclareForm } from './declare-form.tsx'
import { words } from './words.ts'

export type Renewal = ReturnType<typeof viewRenewal>

export function RenewalPage() {
  return (
    <SignInNeeded>
      <Renewing />
    </SignInNeeded>
  )
}

/** Before the first tender: whom the tenders name, and what ties the member to them. */
function Renewing() {
  const { caseId } = useParams({ from: '/cases/$caseId/declaration' })
  const { status, personId, ask } = useSession()
  const names = useNames()
  const [done, setDone] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['renewal', personId, caseId],
    queryFn: () => ask<Renewal>(`/api/cases/${caseId}/declaration`),
    enabled: status === 'signed in',
  })
  useTitle(words.title)
  return (
    <div className="nhsuk-u-reading-width">
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {caseWords.back}
      </BackLink>
      {done && <Success title={words.success} heading={words.done} />}
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      {data?.declaredAt !== undefined && <Declared caseId={caseId} declaredAt={data.declaredAt} />}
      {data && data.declaredAt === undefined && (
        <>
          <p>{words.intro}</p>
          {data.dueAt !== undefined && <p>{words.due(at(data.dueAt))}</p>}
          <Named named={data.named} names={names} />
          <Before renewal={data} names={names} />
          <DeclareForm caseId={caseId} onDone={() => setDone(true)} />
        </>
      )}
    </div>
  )
}

function Declared({ caseId, declaredAt }: { caseId: string; declaredAt: string }) {
  return (
    <>
      <p>
        {words.declared(when(declaredAt))} <Link to="/interests">{words.interests}</Link>.
      </p>
      <p>
        <Link to="/cases/$caseId/scoring" params={{ caseId }}>
          {words.read}
        </Link>
      </p>
    </>
  )
}

function Named({ named, names }: Pick<Renewal, 'named'> & { names: Names }) {
  return (
    <>
      <h2>{words.named}</h2>
      <ul>
        {named.map(({ organisationId, partners }) => (
          <li key={organisationId}>
            <strong>{names.place(organisationId)}</strong>
            {partners.length > 0 && ' '}
            {partners.length > 0 && words.partners(partners.map(({ name, as }) => `${name} (${words.as[as]})`))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Before({ renewal: { interests, relations }, names }: { renewal: Renewal; names: Names }) {
  const said = [
    ...interests.map((one) => interestInWords(one, names)),
    ...relations.map((one) => relationInWords(one, names)),
  ]
  return (
    <>
      <h2>{words.before}</h2>
      {said.length === 0 ? (
        <p>{words.beforeNothing}</p>
      ) : (
        <ul>
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <p>
        {words.beforeWhat} <Link to="/interests">{words.interests}</Link>.
      </p>
    </>
  )
}
