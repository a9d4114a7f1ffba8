import type { ReactNode } from 'react'
import { BackLink } from '../../nhs/back-link.tsx'
import { Success } from '../../nhs/success.tsx'
import { useTitle } from '../../title.ts'
import { UnlessLockedOut } from '../locked-out/unless-locked-out.tsx'
import { useMe } from '../people/use-names.ts'
import { isForbidden, isMissing, isShutAway, LoadProblem, NothingThere } from '../session/load-problem.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { DeclareFirst } from './declare-first.tsx'
import { words } from './frame-words.ts'
import { PartNotForYou } from './not-for-you.tsx'

interface PartFrameProps {
  caseId: string
  title: string
  /** The case's title; a bidder's page finds it in what their organisation tendered for. */
  caption?: string | undefined
  /** Whether it is a bidder's page: what they may see of the case is its tender. */
  ofTender?: boolean
  /** Why it could not be looked at, or not again. */
  error?: Error | null
  /** What was done here just now. */
  done?: string | undefined
  /** Nothing, until it was looked at. */
  children: ReactNode
}

/** What a page about one part of a case looks like: the way back, what went wrong, its heading. */
export function PartFrame(props: PartFrameProps) {
  return (
    <SignInNeeded page={props.title}>
      <UnlessLockedOut caseId={props.caseId}>
        <Part {...props} />
      </UnlessLockedOut>
    </SignInNeeded>
  )
}

function Part({ caseId, title, ofTender = false, error = null, done, children, ...props }: PartFrameProps) {
  const { data: me } = useMe()
  const caption = ofTender ? me?.tenders.find((tender) => tender.caseId === caseId)?.title : props.caption
  const forbidden = isForbidden(error)
  useTitle(forbidden ? words.notForYou.title : title, caption)
  // Of a case that is there, a part may not be there yet.
  if (isMissing(error) && caption === undefined) return <NothingThere error={error} />
  return (
    <>
      <BackLink to={ofTender ? '/tenders/$caseId' : '/cases/$caseId'} params={{ caseId }}>
        {ofTender ? words.backToTender : words.back}
      </BackLink>
      {!forbidden && <LoadProblem error={error} loaded={Boolean(children)} />}
      <DeclareFirst error={error} />
      {done && <Success title={words.success} heading={done} />}
      <h1>
        {caption !== undefined && <span className="nhsuk-caption-l">{caption}</span>}
        {forbidden ? words.notForYou.title : title}
      </h1>
      {forbidden && <PartNotForYou caseId={caseId} page={title} ofTender={ofTender} />}
      {!isShutAway(error) && children}
    </>
  )
}
