import { asking } from '../step.ts'

export const handler = asking('ask-for-the-answers-of-the-invited', ['invitations'], { of: 'substitution' })
