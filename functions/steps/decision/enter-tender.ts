import { entering } from '../step.ts'

export const handler = entering('enter-tender', 'tender', ({ decision }) =>
  `The panel wants a re-tender. ${decision && 'reasons' in decision ? decision.reasons.join(' ') : ''}`.trim(),
)
