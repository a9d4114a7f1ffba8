import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Problem } from '../api.ts'
import { ActionButton } from '../nhs/action-button.tsx'
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
  useTitle(words.trouble.title)
  return (
    <>
      <h1>{error instanceof Problem ? error.title : words.trouble.title}</h1>
      <p>{error instanceof Problem ? error.message : words.trouble.detail}</p>
      <ActionButton onClick={() => router.invalidate()}>{words.trouble.again}</ActionButton>
      <p>
        <Link to="/">{words.notFound.home}</Link>
      </p>
    </>
  )
}
