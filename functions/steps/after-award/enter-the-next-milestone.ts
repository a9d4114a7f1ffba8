import { entering } from '../step.ts'

export const handler = entering('enter-the-next-milestone', 'after-award')
