import { asking } from '../step.ts'

export const handler = asking('ask-for-the-answer-of-the-approver', ['business case'])
