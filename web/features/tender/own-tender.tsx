import { Link } from '@tanstack/react-router'
import { Notice as Callout } from '../../nhs/notice.tsx'
import { at } from '../../time.ts'
import type { OwnTender as Own } from './notice.ts'
import { words } from './words.ts'

/** How the organisation's own tender stands, and what can be done with it. */
export function OwnTender({ own }: { own: Own }) {
  const { caseId, status, tender, missingDocument } = own
  const open = status === 'open'
  const link = (
    to:
      | '/cases/$caseId/missing-document'
      | '/tenders/$caseId/outcome'
      | '/tenders/$caseId/write'
      | '/tenders/$caseId/receipt'
      | '/tenders/$caseId/withdraw',
    text: string,
    kind = '',
  ) => (
    <Link to={to} params={{ caseId }} className={`nhsuk-button nhsuk-button--small ${kind}`}>
      {text}
    </Link>
  )
  return (
    <section aria-labelledby="own">
      <h2 id="own">{words.own.title}</h2>
      {!open && !tender && <p>{words.closed}</p>}
      {open && !tender && <p>{words.own.none}</p>}
      {tender && <p>{(open ? words.own.has : words.own.was)(at(tender.submittedAt))}</p>}
      <div className="nhsuk-button-group">
        {open && link('/tenders/$caseId/write', tender ? words.own.replace : words.own.begin)}
        {missingDocument && link('/cases/$caseId/missing-document', words.own.missingDocument)}
        {!open && tender && link('/tenders/$caseId/outcome', words.own.outcome)}
        {tender && link('/tenders/$caseId/receipt', words.own.receipt, 'nhsuk-button--secondary')}
        {open && tender && link('/tenders/$caseId/withdraw', words.own.withdraw, 'nhsuk-button--secondary')}
      </div>
      {open && (
        <Callout title={words.sealed.title}>
          <p>{words.sealed.detail}</p>
        </Callout>
      )}
    </section>
  )
}
