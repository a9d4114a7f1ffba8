import { entering } from '../step.ts'

export const handler = entering(
  'enter-specification',
  'specification',
  () => 'Nobody tendered. The panel decides what to change, and whether to tender again.',
)
