import { entering } from '../step.ts'

export const handler = entering('enter-tender', 'tender', ({ decision }) =>
  `The panel decided to tender again. ${decision && 'reasons' in decision ? decision.reasons.join(' ') : ''}`.trim(),
)
