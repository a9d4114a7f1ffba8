import { useEffect, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useSession } from '../session/session.tsx'
import type { Question } from './compliance.ts'
import { words } from './words.ts'

/** A document that a bidder supplied, fetched part by part when somebody wants to read it. */
export function SuppliedDocument({
  caseId,
  id,
  supplied: { name, type },
}: {
  caseId: string
  id: number
  supplied: NonNullable<Question['supplied']>
}) {
  const { askBytes } = useSession()
  const [address, setAddress] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])
  const fetchIt = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const parts: ArrayBuffer[] = []
      for (let part = 0, of = 1; part < of; part += 1) {
        const answer = await askBytes(`/api/cases/${caseId}/compliance/document?question=${id}&part=${part}`)
        of = answer.parts
        parts.push(answer.bytes)
      }
      setAddress(URL.createObjectURL(new Blob(parts, { type })))
    } catch (why) {
      setError(why as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      {address === undefined ? (
        <ActionButton kind="secondary" small busy={busy} onClick={fetchIt}>
          {words.supplied.fetch(name)}
        </ActionButton>
      ) : (
        <p>
          <a href={address} download={name}>
            {words.supplied.save(name)}
          </a>
        </p>
      )}
    </>
  )
}
