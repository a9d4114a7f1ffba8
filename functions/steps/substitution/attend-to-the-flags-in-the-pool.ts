import { attending } from '../step.ts'

export const handler = attending('attend-to-the-flags-in-the-pool', ['rulings'], { of: 'substitution' })
