import { entering } from '../step.ts'

export const handler = entering('enter-panel-formation', 'panel-formation')
