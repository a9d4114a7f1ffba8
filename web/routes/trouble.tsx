import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { ActionButton } from '../nhs/action-button.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'
import { words } from './words.ts'

/** There is no such page. */
export function NotFound() {
  useTitle(words.notFound.title)
  return (
    <>
      <h1>{words.notFound.title}</h1>
      <p>{words.notFound.detail}</p>
      <p>
        <Link to="/">{words.notFound.home}</Link>
      </p>
    </>
  )
}

/** A page that broke. What a problem says is said; what else went wrong is for the console. */
export function Trouble({ error }: ErrorComponentProps) {
  const router = useRouter()
  const { title, detail } = problemOf(error instanceof Error ? error : new Error(String(error)))
  useTitle(title)
  return (
    <>
      <h1>{title}</h1>
      <p>{detail}</p>
      <ActionButton onClick={() => router.invalidate()}>{words.again}</ActionButton>
      <p>
        <Link to="/">{words.notFound.home}</Link>
      </p>
    </>
  )
}
