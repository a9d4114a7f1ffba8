import { asking } from '../step.ts'

export const handler = asking('ask-for-the-votes-for-the-chair', ['chair'], { of: 'substitution' })
