import { useEffect, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useSession } from '../session/session.tsx'
import { kinds } from './sealing/types.ts'
import type { ShownDocument } from './use-opened-tender.ts'
import { words } from './words.ts'

interface OpenedDocumentProps {
  caseId: string
  organisationId: string
  document: ShownDocument
}

/** One document: what it is, and the document itself when somebody wants to read it. */
export function OpenedDocument({ document, ...whose }: OpenedDocumentProps) {
  const { opened } = words
  const [open, setOpen] = useState(false)
  if (document.outcome === 'failed')
    return (
      <p>
        <strong>{document.name ?? document.id}</strong> <Mark tone="late">{opened.failed}</Mark>
        <br />
        {document.reason}
      </p>
    )
  const { name, type, bytes, confidential, malware } = document
  const shown = shownIn(document) !== undefined
  return (
    <>
      <p>
        <strong>{name}</strong> ({opened.facts(kinds[type]?.says ?? type, words.document.size(bytes))};{' '}
        {opened.malware[malware]})
        {confidential && (
          <>
            <br />
            {opened.confidential}
          </>
        )}
      </p>
      <ActionButton kind="secondary" small onClick={() => setOpen(!open)}>
        {open ? opened.close(name) : (shown ? opened.read : opened.save)(name)}
      </ActionButton>
      {open && <DocumentContent {...whose} document={document} />}
    </>
  )
}

/** A document that can be shown, or saved. */
type Readable = Extract<ShownDocument, { outcome: 'opened' }>

/** A browser lays out so much text in a moment; longer ones are saved. */
const MOST_TEXT_BYTES = 1_000_000

function shownIn({ type, bytes }: Readable) {
  const shown = kinds[type]?.shown
  return shown === 'text' && bytes > MOST_TEXT_BYTES ? undefined : shown
}

interface DocumentContentProps extends OpenedDocumentProps {
  document: Readable
  /** Of a PDF, the page that it is opened at. */
  page?: number | undefined
}

/** The document itself, in the page. */
export function DocumentContent({ caseId, organisationId, document, page }: DocumentContentProps) {
  const { opened } = words
  const { askBytes } = useSession()
  const [loaded, setLoaded] = useState<{ part: number; of: number }>({ part: 0, of: 1 })
  const [content, setContent] = useState<{ address: string; text?: string }>()
  const [error, setError] = useState<Error>()
  const { id, type, name } = document
  const shown = shownIn(document)
  useEffect(() => {
    let address = ''
    let current = true
    const load = async () => {
      const parts: ArrayBuffer[] = []
      for (let part = 0, of = 1; part < of; part += 1) {
        const query = new URLSearchParams({ of: organisationId, document: id, part: String(part) })
        const answer = await askBytes(`/api/cases/${caseId}/opened-tender/document?${query}`)
        if (!current) return
        of = answer.parts
        parts.push(answer.bytes)
        setLoaded({ part: part + 1, of })
      }
      // Of the type that the opening found, whatever the bidder called it.
      const blob = new Blob(parts, { type })
      const text = shown === 'text' ? await blob.text() : undefined
      if (!current) return
      address = URL.createObjectURL(blob)
      setContent({ address, ...(text !== undefined && { text }) })
    }
    load().catch((why: Error) => current && setError(why))
    return () => {
      current = false
      if (address) URL.revokeObjectURL(address)
    }
  }, [askBytes, caseId, organisationId, id, type, shown])
  if (error) return <ProblemSummary {...problemOf(error)} />
  if (!content) return <p role="status">{opened.loading(loaded.part, loaded.of)}</p>
  return (
    <>
      <p>
        <a href={content.address} download={name}>
          {opened.save(name)}
        </a>
      </p>
      {shown === 'text' && <pre className="tender__text">{content.text}</pre>}
      {shown === 'image' && <img className="tender__image" src={content.address} alt={opened.shown(name)} />}
      {shown === 'pdf' && (
        <iframe
          className="tender__frame"
          src={`${content.address}${page === undefined ? '' : `#page=${page}`}`}
          title={opened.shown(name)}
        />
      )}
    </>
  )
}
