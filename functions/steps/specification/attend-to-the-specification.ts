import { attending } from '../step.ts'

export const handler = attending('attend-to-the-specification', ['specification', 'specification vote'])
