import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useTitle } from '../../title.ts'
import { useMe, useNames } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { ExplainForm } from './explain-form.tsx'
import { LowPriceCard } from './low-price-card.tsx'
import { useLowPrices, usePriceQuestion } from './use-low-prices.ts'
import { words } from './words.ts'

/** Bidders explain a price far below the others here; the panel decides on it. */
export function LowPricePage() {
  const { caseId } = useParams({ from: '/cases/$caseId/low-price' })
  const { data: me } = useMe()
  const bids = me?.person.roles.includes('provider') === true
  useTitle(bids ? words.own.title : words.title)
  return (
    <SignInNeeded>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      <h1>{bids ? words.own.title : words.title}</h1>
      {me && (bids ? <Bidder caseId={caseId} /> : <Panel caseId={caseId} />)}
    </SignInNeeded>
  )
}

function Bidder({ caseId }: { caseId: string }) {
  const { data, error } = useQuery(usePriceQuestion(caseId))
  if (error) return <ProblemSummary {...problemOf(error)} />
  return data ? <ExplainForm caseId={caseId} question={data.question} /> : null
}

function Panel({ caseId }: { caseId: string }) {
  const { personId } = useSession()
  const { data: low, error } = useQuery(useLowPrices(caseId))
  const names = useNames(low?.names)
  if (error) return <ProblemSummary {...problemOf(error)} />
  if (!low) return null
  if (low.prices.length === 0) return <p>{words.none}</p>
  return low.prices.map((price) => (
    <LowPriceCard
      key={price.organisationId}
      caseId={caseId}
      low={low}
      price={price}
      names={names}
      records={personId === low.chair}
    />
  ))
}
