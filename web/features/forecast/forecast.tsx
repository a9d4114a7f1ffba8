import type { ForecastStage } from '../../../domain/forecast/forecast.ts'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { More } from '../../nhs/more.tsx'
import { at } from '../../time.ts'
import { stageNames } from '../case/stage-words.ts'
import { words } from './words.ts'

/** When each stage that is left ends at the latest: a line and a bar for each. */
export function Forecast({ stages, now }: { stages: ForecastStage[]; now: number }) {
  const last = stages.at(-1)
  if (!last) return null
  const whole = Math.max(1, Date.parse(last.endsBy) - now)
  const share = (instant: string | undefined) =>
    instant === undefined ? 0 : Math.min(1, Math.max(0, (Date.parse(instant) - now) / whole))
  const rows = stages.map(({ stage, endsBy }, index) => ({
    ...{ stage, endsBy },
    from: share(stages[index - 1]?.endsBy),
    until: share(endsBy),
  }))
  return (
    <More title={words.award(at(last.endsBy))}>
      <p>{words.intro}</p>
      <ListTable
        caption={words.caption}
        columns={[
          { head: words.stage, cell: ({ stage }) => stageNames[stage] },
          { head: words.endsBy, cell: ({ endsBy }) => capital(at(endsBy)) },
          { head: words.length, cell: (row) => <Bar {...row} /> },
        ]}
        rows={rows}
        keyOf={({ stage }) => stage}
      />
    </More>
  )
}

function Bar({ from, until }: { from: number; until: number }) {
  return (
    <svg className="forecast" viewBox="0 0 200 16" aria-hidden="true">
      <rect className="forecast__whole" width="200" height="16" />
      <rect className="forecast__stage" x={from * 200} width={Math.max(1, (until - from) * 200)} height="16" />
    </svg>
  )
}
