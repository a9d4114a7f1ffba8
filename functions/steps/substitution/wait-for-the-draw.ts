import { asking } from '../step.ts'

export const handler = asking('wait-for-the-draw', ['pool', 'contributions', 'draw', 'reveals', 'numbers'], {
  of: 'substitution',
})
