import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CasePart } from '../case/case-part.tsx'
import { PartFrame } from '../case/part-frame.tsx'
import { useView } from '../case/use-view.ts'
import { useMe, useNames } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { ExplainForm } from './explain-form.tsx'
import { LowPriceCard } from './low-price-card.tsx'
import type { LowPrices, PriceQuestion } from './low-prices.ts'
import { words } from './words.ts'

/** Bidders explain a very low price here; the panel decides on it. */
export function LowPricePage() {
  const { caseId } = useParams({ from: '/cases/$caseId/low-price' })
  const { data: me } = useMe()
  if (me?.person.roles.includes('provider')) return <Bidder caseId={caseId} />
  return (
    <SignInNeeded page={words.title}>
      {me && (
        <CasePart<LowPrices> caseId={caseId} title={words.title} path="/low-prices" live={false}>
          {(low) => <Panel caseId={caseId} low={low} />}
        </CasePart>
      )}
    </SignInNeeded>
  )
}

function Bidder({ caseId }: { caseId: string }) {
  const { data, error } = useQuery(useView<PriceQuestion>(caseId, '/price-question', { live: false }))
  return (
    <PartFrame caseId={caseId} title={words.own.title} error={error} ofTender>
      {data && <ExplainForm caseId={caseId} question={data.question} />}
    </PartFrame>
  )
}

function Panel({ caseId, low }: { caseId: string; low: LowPrices }) {
  const { personId } = useSession()
  const names = useNames(low.names)
  if (low.prices.length === 0) return <p>{words.none}</p>
  return low.prices.map((price) => (
    <LowPriceCard
      key={price.organisationId}
      caseId={caseId}
      low={low}
      price={price}
      names={names}
      records={personId !== undefined && low.mayRecord.includes(personId)}
    />
  ))
}
