import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Notice as Callout } from '../../nhs/notice.tsx'
import { at, when } from '../../time.ts'
import { personName } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import type { OwnTender as Own } from './notice.ts'
import { draftName } from './sealing/draft.ts'
import { forgetWords } from './sealing/forget-words.ts'
import { words } from './words.ts'

/** How the organisation's own tender stands, and what can be done with it. */
export function OwnTender({ own }: { own: Own }) {
  const { caseId, status, tender, withdrawn, missingDocument, earlier = [] } = own
  const names = useNames()
  const { personId } = useSession()
  const told = 'told' in own && own.told === true
  const open = status === 'open'
  useWordsForgotten(own)
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
      {earlier.map(({ round, submittedAt, ended }) => (
        <p key={round}>{words.own.earlier(round, when(submittedAt), ended.because)}</p>
      ))}
      {!tender && !withdrawn && <p>{words.own.none}</p>}
      {withdrawn && (
        <p>
          {words.own.withdrawn(
            withdrawn.by === personId ? undefined : personName(names, withdrawn.by),
            when(withdrawn.at),
          )}{' '}
          {open && words.own.another}
        </p>
      )}
      {tender && <p>{(open ? words.own.has : words.own.was)(at(tender.submittedAt))}</p>}
      {status === 'opened' && tender && !told && <p>{words.own.evaluated}</p>}
      {status === 'ended' && tender && !own.openedAt && <p>{words.own.unopened}</p>}
      <div className="nhsuk-button-group">
        {open && link('/tenders/$caseId/write', tender ? words.own.replace : words.own.begin)}
        {missingDocument && link('/cases/$caseId/missing-document', words.own.missingDocument)}
        {told && tender && link('/tenders/$caseId/outcome', words.own.outcome)}
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

/** Once the tender has closed, by whoever of the bidder looks at it again. */
function useWordsForgotten(own: Own): void {
  const { personId } = useSession()
  const over = own.status === 'open' || !personId ? undefined : draftName(personId, own)
  useEffect(() => {
    // A browser that does not let itself be asked keeps nothing.
    if (over) forgetWords(over).catch(() => {})
  }, [over])
}
