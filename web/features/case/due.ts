import type { Tone } from '../../nhs/tone.ts'

/** How a case stands against its deadline. */
export interface Due {
  word: 'Paused' | 'Ended' | 'Escalated' | 'Overdue' | 'Due soon' | 'On time' | 'Moving'
  tone: Tone
}

const SOON = 3 * 86_400_000

interface Timed {
  status: 'open' | 'paused' | 'ended'
  dueAt?: string | undefined
  escalatedAt?: string | undefined
}

/** @param now the present, by the service's clock, in milliseconds */
export function dueOf({ status, dueAt, escalatedAt }: Timed, now: number): Due {
  if (status === 'ended') return { word: 'Ended', tone: 'quiet' }
  if (status === 'paused') return { word: 'Paused', tone: 'quiet' }
  if (escalatedAt) return { word: 'Escalated', tone: 'late' }
  if (!dueAt) return { word: 'Moving', tone: 'going' }
  const left = Date.parse(dueAt) - now
  if (left <= 0) return { word: 'Overdue', tone: 'late' }
  return left <= SOON ? { word: 'Due soon', tone: 'soon' } : { word: 'On time', tone: 'good' }
}
