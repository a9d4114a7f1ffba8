import type { findings as all } from '../../../domain/appraisal/appraisal.ts'
import type { Tone } from '../../nhs/tone.ts'

/** What the panel can find on an item. */
export const findings = ['met', 'partly met', 'not met'] as const satisfies typeof all

export type Finding = (typeof findings)[number]

export const toneOf: Record<Finding, Tone> = { met: 'good', 'partly met': 'soon', 'not met': 'late' }
