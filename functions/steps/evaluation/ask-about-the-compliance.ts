import { asking } from '../step.ts'

export const handler = asking('ask-about-the-compliance', ['compliance', 'missing document'])
