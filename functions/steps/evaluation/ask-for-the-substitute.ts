import { asking } from '../step.ts'

export const handler = asking('ask-for-the-substitute', ['substitute'])
