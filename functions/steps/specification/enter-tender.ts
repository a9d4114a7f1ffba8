import { entering } from '../step.ts'

export const handler = entering('enter-tender', 'tender')
