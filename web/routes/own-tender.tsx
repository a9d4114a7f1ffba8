import { createLazyRoute } from '@tanstack/react-router'
import { lazy, type ReactNode } from 'react'
import { LoadProblem } from '../features/session/load-problem.tsx'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import type { OwnTender } from '../features/tender/notice.ts'
import { TenderReceipt } from '../features/tender/tender-receipt.tsx'
import { useTender } from '../features/tender/use-tender.ts'
import { WithdrawTender } from '../features/tender/withdraw-tender.tsx'
import { words } from '../features/tender/words.ts'
import { BackLink } from '../nhs/back-link.tsx'
import { LoadedLater } from '../nhs/loading.tsx'
import { useTitle } from '../title.ts'

// What seals comes with the page that needs it.
const WriteTender = lazy(async () => ({ default: (await import('../features/tender/write-tender.tsx')).WriteTender }))

/** Pages about a provider's own tender: write it, its receipt, withdraw it. */
export const writeTenderRoute = createLazyRoute('/tenders/$caseId/write')({
  component: () => (
    <OfProvider caseId={writeTenderRoute.useParams().caseId} title={words.write.title}>
      {(own, personId) =>
        own.status === 'open' ? (
          <LoadedLater>
            <WriteTender own={own} personId={personId} />
          </LoadedLater>
        ) : (
          <Nothing title={words.write.title}>{words.closed}</Nothing>
        )
      }
    </OfProvider>
  ),
})

export const receiptRoute = createLazyRoute('/tenders/$caseId/receipt')({
  component: () => (
    <OfProvider caseId={receiptRoute.useParams().caseId} title={words.receipt.title}>
      {(own, personId) => (
        <>
          <h1>{words.receipt.title}</h1>
          <TenderReceipt own={own} personId={personId} />
        </>
      )}
    </OfProvider>
  ),
})

export const withdrawTenderRoute = createLazyRoute('/tenders/$caseId/withdraw')({
  component: () => (
    <OfProvider caseId={withdrawTenderRoute.useParams().caseId} title={words.withdraw.title}>
      {(own) =>
        own.tender && own.status === 'open' ? (
          <WithdrawTender own={own} />
        ) : (
          <Nothing title={words.withdraw.title}>{own.tender ? words.closed : words.receipt.none}</Nothing>
        )
      }
    </OfProvider>
  ),
})

/** Why there is nothing to do on the page. */
const Nothing = ({ title, children }: { title: string; children: string }) => (
  <>
    <h1>{title}</h1>
    <p>{children}</p>
  </>
)

interface OfProviderProps {
  caseId: string
  title: string
  children(own: OwnTender, personId: string): ReactNode
}

function OfProvider(props: OfProviderProps) {
  return (
    <SignInNeeded page={props.title}>
      <Own {...props} />
    </SignInNeeded>
  )
}

function Own({ caseId, title, children }: OfProviderProps) {
  const { notice, own, me, isProvider, error } = useTender(caseId)
  useTitle(title, notice?.title)
  return (
    <>
      <BackLink to="/tenders/$caseId" params={{ caseId }}>
        {words.receipt.back}
      </BackLink>
      <LoadProblem error={error} loaded={own !== undefined} />
      {!own && <h1>{title}</h1>}
      {me && !isProvider && !error && <p>{words.own.notProvider(me.person.name)}</p>}
      {own && me && children(own, me.person.id)}
    </>
  )
}
