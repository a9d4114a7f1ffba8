import { drawing } from '../drawing.ts'

export const handler = drawing('draw-the-panel', 'stage')
