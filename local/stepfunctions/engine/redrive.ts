import type { ExecutionRow, RedriveToken, Thread } from '../store/rows.ts'
import type { Live } from './live.ts'
import type { Services } from './services.ts'

/** A closed execution goes on from the states that did not succeed; its retries and its timeout begin anew. */
export function redrive(services: Services, live: Live, token: string | undefined): void {
  const now = services.now()
  if (token !== undefined) rememberToken(live.row, { token, at: now })
  live.reopen(now)
  const details = { redriveCount: live.row.redrives }
  const event = live.event(now, undefined, 'ExecutionRedriven', details, { previous: live.row.last_event })
  for (const thread of live.threads.values()) redriveThread(services, live, thread, event)
  if (live.row.due !== null) services.timerSet(live.row.due)
}

/** When the execution was redriven with this token: the last 10 tokens count, for 15 minutes (API reference). */
export function redrivenBy(row: ExecutionRow, token: string, now: number): number | undefined {
  const known = tokensOf(row).find((each) => each.token === token)
  return known && now - known.at <= 15 * 60_000 ? known.at : undefined
}

function rememberToken(row: ExecutionRow, token: RedriveToken): void {
  row.redrive_tokens = JSON.stringify([token, ...tokensOf(row)].slice(0, 10))
}

function tokensOf(row: ExecutionRow): RedriveToken[] {
  return row.redrive_tokens === null ? [] : (JSON.parse(row.redrive_tokens) as RedriveToken[])
}

function redriveThread(services: Services, live: Live, thread: Thread, event: number): void {
  if (thread.phase !== 'failed' && thread.phase !== 'aborted') return
  const branches = live.children(thread)
  // Of a fork, the branches that did not succeed go on, and it waits for them.
  if (branches.some((branch) => branch.phase !== 'done'))
    return void live.change(thread, { phase: 'forked', due: null })
  const { entered, before, at } = thread.memo
  thread.memo = { last: event, entered, before, at, retries: 0, retriers: [], again: entered > 0 }
  const joined = branches.length > 0
  live.change(thread, { phase: joined ? 'joining' : 'ready', due: null, items: joined ? thread.items : null })
  services.ready(live, thread)
}
