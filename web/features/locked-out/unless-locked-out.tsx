import { lazy, type ReactNode } from 'react'
import { LoadedLater } from '../../nhs/loading.tsx'
import { useMe } from '../people/use-names.ts'

// Of those who look at a page of a case, few are.
const LockedOut = lazy(async () => ({ default: (await import('./locked-out.tsx')).LockedOut }))

/** A page of a case. A person who is locked out while it is open loses what is on it, and reads why. */
export function UnlessLockedOut({ caseId, children }: { caseId: string; children: ReactNode }) {
  const { data: me } = useMe()
  const lockedOut = me?.excluded.find((one) => one.caseId === caseId)
  if (!lockedOut) return children
  return (
    <LoadedLater>
      <LockedOut caseId={caseId} reason={lockedOut.reason} />
    </LoadedLater>
  )
}
