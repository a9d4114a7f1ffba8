import { Link } from '@tanstack/react-router'
import { Problem } from '../../api.ts'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { words as routes } from '../../routes/words.ts'
import { words } from './words.ts'

const pages = routes.notFound

interface LoadProblemProps {
  error: Error | null
  /** Whether what was looked at before is still shown. */
  loaded: boolean
}

/**
 * Why a page could not be looked at. Where it was before, it stays, and whoever writes on it goes on writing: that it cannot be
 * looked at again is said beside it, without taking the focus. That the
 * sign-in has ended is said above every page, and not again here.
 */
export function LoadProblem({ error, loaded }: LoadProblemProps) {
  const beside = error !== null && loaded && !isShutAway(error)
  const ended = answered(401)(error)
  return (
    <>
      <div role="status">{beside && !ended && <p className="nhsuk-inset-text">{words.old}</p>}</div>
      {error && !beside && !ended && <ProblemSummary {...problemOf(error)} />}
    </>
  )
}

const answered =
  (status: number) =>
  (error: Error | null): error is Problem =>
    error instanceof Problem && error.status === status

/** Whether there is no such thing, for this person at least. */
export const isMissing = answered(404)

/** In the place of a page of something that is not there: the way to what is. */
export function NothingThere({ error }: { error: Problem }) {
  return (
    <>
      <h1>{error.title}</h1>
      <p>{error.message}</p>
      <p className="nhsuk-u-reading-width">{pages.detail}</p>
      <p>
        <Link to="/">{pages.home}</Link>
      </p>
    </>
  )
}

/** Whether it is refused now: what was read before it was shut away is not shown on. */
export const isShutAway = (error: Error | null): boolean =>
  error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 401

/** Whether it is for others: not a fault of anybody's, and nothing to try again. */
export const isForbidden = answered(403)
