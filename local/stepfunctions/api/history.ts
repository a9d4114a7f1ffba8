import { limits } from '../limits.ts'
import type { EventRow } from '../store/rows.ts'
import { knownExecution } from './executions.ts'
import { type Answer, type Operation, seconds } from './operation.ts'
import { pageIn, pageToken } from './page-token.ts'

export const getExecutionHistory: Operation = (input, desk) => {
  const reversed = input.flag('reverseOrder')
  const list = `history ${reversed ? 'back' : 'forth'}`
  const row = knownExecution(desk, input)
  const { size, from } = pageIn(input, list, reversed ? Number.MAX_SAFE_INTEGER : 0)
  const most = limits.historyPageLength
  const events = desk.executions.events(row.id, from, size + 1, reversed, most)
  // The last one found is only the sign that there are more.
  const page = events.length > size || isLong(events, most) ? events.slice(0, -1) : events
  const data = input.raw('includeExecutionData') !== false
  return {
    events: page.map((event) => historyEvent(event, data)),
    ...(page.length < events.length && { nextToken: pageToken(list, page.at(-1)?.id ?? 0) }),
  }
}

function isLong(events: EventRow[], most: number): boolean {
  return events.length > 1 && events.reduce((sum, { details }) => sum + (details?.length ?? 0), 0) > most
}

/** The fields that hold execution data, and what AWS tells about each beside it. */
const dataFields = { input: 'inputDetails', output: 'outputDetails', assignedVariables: 'assignedVariablesDetails' }

function historyEvent(event: EventRow, data: boolean): Answer {
  const shown: Answer = {
    timestamp: seconds(event.at),
    type: event.type,
    id: event.id,
    previousEventId: event.previous,
  }
  if (event.details === null) return shown
  const details = JSON.parse(event.details) as Answer
  for (const [field, about] of Object.entries(dataFields)) {
    if (details[field] === undefined) continue
    details[about] = { truncated: false }
    if (!data) delete details[field]
  }
  shown[detailsName(event.type)] = details
  return shown
}

function detailsName(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails'
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails'
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`
}
