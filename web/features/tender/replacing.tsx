import { Link } from '@tanstack/react-router'
import { Notice } from '../../nhs/notice.tsx'
import { at } from '../../time.ts'
import { personName } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import type { OwnTender } from './notice.ts'
import { words } from './words.ts'

const said = words.write.replacing

interface ReplacingProps {
  own: OwnTender
  personId: string
  /** Whether anything is written in this browser. */
  begun: boolean
}

/** That a tender of the organisation stands, by whom, and what submitting this one does to it. */
export function Replacing({ own: { tender, caseId }, personId, begun }: ReplacingProps) {
  const names = useNames()
  if (!tender) return null
  const { submittedAt, submittedBy, quality, price } = tender
  const who = submittedBy === personId ? said.you : personName(names, submittedBy)
  return (
    <Notice title={said.title}>
      <p>{said.detail(who, at(submittedAt), quality.documents.length + price.documents.length)}</p>
      {!begun && <p>{said.empty(submittedBy === personId ? undefined : who)}</p>}
      <p>
        <Link to="/tenders/$caseId/receipt" params={{ caseId }}>
          {said.receipt}
        </Link>
      </p>
    </Notice>
  )
}
