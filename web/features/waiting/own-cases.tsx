import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseRow, TenderedRow } from '../../../domain/case/listed.ts'
import type { Me } from '../../../functions/api/answers/locality.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { at } from '../../time.ts'
import { CaseLink } from '../case/case-link.tsx'
import { stageNames } from '../case/stage-words.ts'
import { useClock } from '../locality-bar/use-clock.ts'
import { DueCell } from './due-cell.tsx'
import { words } from './words.ts'

interface OwnCasesProps<Row extends CaseRow> {
  title: string
  caption: string
  heads: { title: string; stage: string; status: string }
  rows: Row[]
  link?: (row: Row) => ReactNode
  status?: (row: Row) => ReactNode
}

/** Cases that somebody has a part in, and where each stands; nothing where there are none. */
function OwnCases<Row extends CaseRow>({ title, caption, heads, rows, link, status }: OwnCasesProps<Row>) {
  const { now } = useClock()
  if (rows.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ListTable
        caption={caption}
        rows={rows}
        keyOf={({ caseId }) => caseId}
        columns={[
          { head: heads.title, cell: link ?? ((row) => <CaseLink row={row} />) },
          { head: heads.stage, cell: ({ stage }) => stageNames[stage] },
          { head: heads.status, cell: status ?? ((row) => <DueCell row={row} now={now} />) },
        ]}
      />
    </>
  )
}

export function OwnProposals({ me: { proposals }, title = words.proposals }: { me: Me; title?: string }) {
  const { proposalsCaption: caption, proposalColumns: heads } = words
  const status = (row: CaseRow) => <ProposalStatus row={row} />
  return <OwnCases title={title} caption={caption} heads={heads} rows={proposals} status={status} />
}

/** Whose turn it is, where it is the proposer's. */
function ProposalStatus({ row }: { row: CaseRow }) {
  const { now } = useClock()
  return (
    <>
      <DueCell row={row} now={now} />
      {row.wait === 'correction' && (
        <>
          <br />
          {words.returned}
        </>
      )}
    </>
  )
}

export function OwnPanels({ me: { panels } }: { me: Me }) {
  const { panels: title, panelsCaption: caption, panelColumns: heads } = words
  return <OwnCases title={title} caption={caption} heads={heads} rows={panels} />
}

export function OwnTenders({ me: { tenders } }: { me: Me }) {
  const { tenders: title, tendersCaption: caption, tenderColumns: heads } = words
  return (
    <OwnCases title={title} caption={caption} heads={heads} rows={tenders} link={tenderLink} status={tenderStatus} />
  )
}

/** A provider's page of a case is its tender's. */
const tenderLink = ({ caseId, title }: TenderedRow) => (
  <Link to="/tenders/$caseId" params={{ caseId }}>
    {title}
  </Link>
)

/** As a bidder knows it: open, being evaluated, or with an outcome to read. */
function tenderStatus({ caseId, title, status, outcome, deadline, told }: TenderedRow): ReactNode {
  const { open, evaluated, ended, letter } = words.tenderStatus
  if (told)
    return (
      <Link to="/tenders/$caseId/outcome" params={{ caseId }}>
        {letter}
        <span className="nhsuk-u-visually-hidden">: {title}</span>
      </Link>
    )
  if (status === 'ended') return ended(outcome)
  return deadline ? open(at(deadline)) : evaluated
}
