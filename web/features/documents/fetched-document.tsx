import { useEffect, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useSession } from '../session/session.tsx'
import { words } from './words.ts'

interface FetchedDocumentProps {
  /** Where its parts are; the number of the part is added. */
  path: string
  document: { name: string; type: string }
}

/** A document that somebody sent, fetched part by part when somebody wants to read it. */
export function FetchedDocument({ path, document: { name, type } }: FetchedDocumentProps) {
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
        const answer = await askBytes(`${path}&part=${part}`)
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
          {words.fetch(name)}
        </ActionButton>
      ) : (
        <p>
          <a href={address} download={name}>
            {words.save(name)}
          </a>
        </p>
      )}
    </>
  )
}
