import { asking } from '../step.ts'

export const handler = asking('ask-for-the-milestone', [
  'plan agreed',
  'ready to go live',
  'first months',
  'did it work',
])
