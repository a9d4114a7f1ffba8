import { attending } from '../step.ts'

export const handler = attending('attend-to-the-draw', ['pool', 'contributions', 'draw', 'reveals', 'numbers'], {
  of: 'substitution',
})
