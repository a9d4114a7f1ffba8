import { entering } from '../step.ts'

export const handler = entering('enter-after-award', 'after-award')
