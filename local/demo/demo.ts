import type { Export } from '../../domain/record/export.ts'
import { verifyExport } from '../../domain/record/verify.ts'
import { localJson } from './client.ts'
import { type SeenRanking, seenRanking } from './evaluation.ts'
import { seenPanel } from './panel-formation.ts'
import { parts } from './parts.ts'
import { Play } from './play.ts'

interface Counts {
  transitions: number
  lambdaInvocations: number
  tableRequests: { reads: number; writes: number; readUnits: number; writeUnits: number }
}

export interface Told {
  summary: Record<string, unknown>
  record: Export
  /** By person, the events that their commands were answered with. */
  done: Record<string, string[]>
}

/** Plays one whole case at a locality, telling of it as it goes. */
export async function demo(
  baseUrl: string,
  say: (line: string) => void,
  { interests = true }: { interests?: boolean } = {},
): Promise<Told> {
  const play = await Play.at(baseUrl, say)
  play.interests = interests
  const { rows } = await localJson<{ rows: unknown[] }>(`${baseUrl}/api/public/cases?limit=100`)
  play.turn = rows.length
  const before = await counts(baseUrl)
  for (const { stage, part } of parts) {
    await part(play)
    const { life, head } = await play.see()
    const left = life.path.findLast((passage) => passage.stage === stage)?.left
    // While tenders are taken, nobody is told how many events there are.
    const events = head.sequence === undefined ? '' : `; event ${head.sequence} on the record`
    say(`${(left ?? (await play.now())).slice(0, 10)}  ${stage.padEnd(16)} done${events}`)
  }
  const seen = await play.settled()
  const record = await play.auditor.get<Export>(`/api/cases/${play.caseId}/record`)
  const verification = verifyExport(record)
  tellTimeline(seen.life.path, say)
  const { ranking } = await seenRanking(play)
  tellRanking(ranking, say)
  const { members } = await seenPanel(play)
  const { winner } = await play.auditor.get<{ winner?: string }>(`/api/public/cases/${play.caseId}/decision-record`)
  say(`record: ${verification.events} events, ${verification.problems.length === 0 ? 'chain intact' : 'chain BROKEN'}`)
  const after = await counts(baseUrl)
  const { transitions, lambdaInvocations, tableRequests } = difference(after, before)
  return {
    record,
    done: play.done,
    summary: {
      caseId: play.caseId,
      outcome: seen.life.outcome,
      winner,
      panel: members,
      stages: seen.life.path.map(({ stage, entered, left }) => ({ name: stage, entered, left })),
      events: verification.events,
      chainIntact: verification.problems.length === 0,
      transitions,
      lambdaInvocations,
      tableRequests,
    },
  }
}

function tellTimeline(path: { stage: string; entered: string; left?: string }[], say: (line: string) => void): void {
  say('')
  for (const { stage, entered, left } of path)
    say(
      `  ${entered.slice(0, 16).replace('T', ' ')} – ${(left ?? '').slice(0, 16).replace('T', ' ').padEnd(16)}  ${stage}`,
    )
  say('')
}

function tellRanking(ranking: SeenRanking['ranking'], say: (line: string) => void): void {
  for (const { place, organisationId, shown } of ranking)
    say(`  ${place === undefined ? '–' : `${place}.`} ${shown.padStart(6)}  ${organisationId}`)
  say('')
}

const counts = (baseUrl: string): Promise<Counts> => localJson<Counts>(`${baseUrl}/local/counts`)

const difference = (after: Counts, before: Counts): Counts => ({
  transitions: after.transitions - before.transitions,
  lambdaInvocations: after.lambdaInvocations - before.lambdaInvocations,
  tableRequests: {
    reads: after.tableRequests.reads - before.tableRequests.reads,
    writes: after.tableRequests.writes - before.tableRequests.writes,
    readUnits: after.tableRequests.readUnits - before.tableRequests.readUnits,
    writeUnits: after.tableRequests.writeUnits - before.tableRequests.writeUnits,
  },
})
