import { useIsFetching } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useSession } from '../features/session/session.tsx'
import { words as session } from '../features/session/words.ts'
import { Loading } from '../nhs/loading.tsx'
import { words } from './words.ts'

/**
 * Said above every page as long as it waits: for its own files once a link is pressed, at once enough to show that it was; for
 * what it shows, where there is nothing of it yet.
 */
export function Waits() {
  const { asksIssuer } = useSession()
  const moves = useRouterState({ select: ({ status }) => status === 'pending' })
  const fetches = useIsFetching({ predicate: ({ state }) => state.status === 'pending' }) > 0
  if (asksIssuer) return <Loading says={session.signingIn} />
  return <Loading says={moves || fetches ? words.loading : undefined} {...(moves && { after: 80 })} />
}
