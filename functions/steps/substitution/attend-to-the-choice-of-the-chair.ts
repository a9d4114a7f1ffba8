import { attending } from '../step.ts'

export const handler = attending('attend-to-the-choice-of-the-chair', ['chair'], { of: 'substitution' })
