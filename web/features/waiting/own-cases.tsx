import { Link } from '@tanstack/react-router'
import type { CaseRow, Me } from '../../api.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { CaseLink } from '../case/case-link.tsx'
import { stageNames } from '../case/stage-words.ts'
import { useClock } from '../locality-bar/use-clock.ts'
import { DueCell } from './due-cell.tsx'
import { words } from './words.ts'

interface OwnCasesProps {
  title: string
  caption: string
  heads: { title: string; stage: string; status: string }
  rows: CaseRow[]
  /** A provider's page of a case is its tender's. */
  tender?: boolean
}

/** Cases that somebody has a part in, and where each stands; nothing where there are none. */
function OwnCases({ title, caption, heads, rows, tender = false }: OwnCasesProps) {
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
          { head: heads.title, cell: (row) => (tender ? <TenderLink row={row} /> : <CaseLink row={row} />) },
          { head: heads.stage, cell: ({ stage }) => stageNames[stage] },
          { head: heads.status, cell: (row) => <DueCell row={row} now={now} /> },
        ]}
      />
    </>
  )
}

function TenderLink({ row: { caseId, title } }: { row: CaseRow }) {
  return (
    <Link to="/tenders/$caseId" params={{ caseId }}>
      {title}
    </Link>
  )
}

export function OwnProposals({ me: { proposals }, title = words.proposals }: { me: Me; title?: string }) {
  const { proposalsCaption: caption, proposalColumns: heads } = words
  return <OwnCases title={title} caption={caption} heads={heads} rows={proposals} />
}

export function OwnPanels({ me: { panels } }: { me: Me }) {
  const { panels: title, panelsCaption: caption, panelColumns: heads } = words
  return <OwnCases title={title} caption={caption} heads={heads} rows={panels} />
}

export function OwnTenders({ me: { tenders } }: { me: Me }) {
  const { tenders: title, tendersCaption: caption, tenderColumns: heads } = words
  return <OwnCases title={title} caption={caption} heads={heads} rows={tenders} tender />
}
