import { entering } from '../step.ts'

export const handler = entering('enter-decision', 'decision')
