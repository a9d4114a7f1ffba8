import { asking } from '../step.ts'

export const handler = asking('ask-for-the-rulings-on-the-pool', ['rulings'], { of: 'substitution' })
