import type { ReactNode } from 'react'
import { BackLink } from '../../nhs/back-link.tsx'
import { Success } from '../../nhs/success.tsx'
import { useTitle } from '../../title.ts'
import { DeclareFirst } from '../renewal/declare-first.tsx'
import { isShutAway, LoadProblem } from '../session/load-problem.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { words } from './frame-words.ts'

interface PartFrameProps {
  caseId: string
  title: string
  /** The case's title. */
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
      <Part {...props} />
    </SignInNeeded>
  )
}

function Part({ caseId, title, caption, ofTender = false, error = null, done, children }: PartFrameProps) {
  useTitle(title, caption)
  return (
    <>
      <BackLink to={ofTender ? '/tenders/$caseId' : '/cases/$caseId'} params={{ caseId }}>
        {ofTender ? words.backToTender : words.back}
      </BackLink>
      <LoadProblem error={error} loaded={Boolean(children)} />
      <DeclareFirst caseId={caseId} error={error} />
      {done && <Success title={words.success} heading={done} />}
      <h1>
        {caption !== undefined && <span className="nhsuk-caption-l">{caption}</span>}
        {title}
      </h1>
      {!isShutAway(error) && children}
    </>
  )
}
