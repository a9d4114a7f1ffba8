import { attending } from '../step.ts'

export const handler = attending('attend-to-the-milestone', [
  'plan agreed',
  'ready to go live',
  'first months',
  'did it work',
])
