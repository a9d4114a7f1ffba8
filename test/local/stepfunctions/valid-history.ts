import type { HistoryEvent } from '@aws-sdk/client-sfn'
import { expect } from 'vitest'

const endings = new Set(['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionAborted', 'ExecutionTimedOut'])

/** What holds of every history AWS writes. */
export function expectValid(events: HistoryEvent[]): void {
  expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1))
  expect(events[0]?.type).toBe('ExecutionStarted')
  const ends = events.filter((event) => endings.has(String(event.type)))
  expect(ends.map((event) => event.id)).toEqual([events.length])
  let before = 0
  for (const event of events) {
    expect(event.previousEventId ?? -1).toBeGreaterThanOrEqual(0)
    expect(event.previousEventId ?? 0).toBeLessThan(event.id ?? 0)
    expect(Number(event.timestamp)).toBeGreaterThanOrEqual(before)
    before = Number(event.timestamp)
  }
}

/**
 * A history without what a repeated call adds: a second …Started event right after the first one of its thread. The
 * events after it are renumbered.
 */
export function withoutRepeats(events: HistoryEvent[]): { events: HistoryEvent[]; repeats: number } {
  const types = new Map(events.map((event) => [event.id, String(event.type)]))
  const isRepeat = (event: HistoryEvent): boolean =>
    /^(Task|LambdaFunction)Started$/.test(String(event.type)) && types.get(event.previousEventId) === event.type
  const numbers = new Map<number, number>([[0, 0]])
  const kept: HistoryEvent[] = []
  for (const event of events) {
    const id = event.id ?? 0
    const previous = numbers.get(event.previousEventId ?? 0) ?? 0
    if (isRepeat(event)) {
      numbers.set(id, previous)
      continue
    }
    numbers.set(id, kept.length + 1)
    kept.push({ ...event, id: kept.length + 1, previousEventId: previous })
  }
  return { events: kept, repeats: events.length - kept.length }
}

/** An event as text, without what differs from run to run: times, tokens and request ids. */
export function essence({ timestamp: _, ...event }: HistoryEvent, links: boolean): string {
  const { id, previousEventId, ...rest } = event
  return JSON.stringify(links ? { id, previousEventId, ...rest } : rest)
    .replace(/token\\*":\\*"[^"\\]+/g, 'token')
    .replace(/Request ID: [\w-]+/g, 'Request ID')
    .replace(/(Start|Stop)Date\\*":\d+/g, '$1Date')
}
