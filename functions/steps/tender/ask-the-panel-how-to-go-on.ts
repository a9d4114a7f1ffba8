import { asking } from '../step.ts'

export const handler = asking('ask-the-panel-how-to-go-on', ['few tenders'])
