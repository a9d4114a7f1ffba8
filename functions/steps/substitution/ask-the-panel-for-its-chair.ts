import { askingForChair } from '../choosing-a-chair.ts'

export const handler = askingForChair('ask-the-panel-for-its-chair', 'substitution')
