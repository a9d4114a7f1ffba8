import { attending } from '../step.ts'

export const handler = attending('attend-to-the-few-tenders', ['few tenders'])
