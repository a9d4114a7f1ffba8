import { Link } from '@tanstack/react-router'
import type { Stage } from '../../../domain/case/case.ts'
import type { BoardRow } from '../../../domain/case/listed.ts'
import type { BoardColumns } from '../../../functions/api/answers/list.ts'
import { CaseLink } from '../case/case-link.tsx'
import { stageNames } from '../case/stage-words.ts'
import type { Names } from '../people/names.ts'
import { BoardDue } from './board-due.tsx'
import type { Standing } from './board-page.ts'
import { WaitsFor } from './waits-for.tsx'
import { words } from './words.ts'

interface ColumnsProps {
  columns: BoardColumns['columns']
  standing: Standing | undefined
  names: Names
  now: number
}

/** The stages side by side, in each what is due first. */
export function Columns({ columns, standing, names, now }: ColumnsProps) {
  return (
    <div className="board-columns">
      {columns.map(({ stage, rows, more }) => (
        <section key={stage} className="board-column" aria-labelledby={`stage-${stage}`}>
          <h2 id={`stage-${stage}`} className="nhsuk-heading-s">
            {stageNames[stage]} <span className="board-column__count">{words.count(rows.length, more)}</span>
          </h2>
          {rows.length === 0 ? <p>{words.columnEmpty}</p> : <Cards rows={rows} names={names} now={now} />}
          {more && <AllOf stage={stage} standing={standing} />}
        </section>
      ))}
    </div>
  )
}

function Cards({ rows, names, now }: { rows: BoardRow[]; names: Names; now: number }) {
  return (
    <ul className="board-cards">
      {rows.map((row) => (
        <li key={row.caseId} className="board-card">
          <strong>
            <CaseLink row={row} />
          </strong>
          <div>
            <BoardDue row={row} now={now} />
          </div>
          <div>
            <WaitsFor row={row} names={names} now={now} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function AllOf({ stage, standing = 'open' }: { stage: Stage; standing: Standing | undefined }) {
  return (
    <p>
      <Link to="/board" search={{ stage, standing }}>
        {words.allOf(stageNames[stage])}
      </Link>
    </p>
  )
}
