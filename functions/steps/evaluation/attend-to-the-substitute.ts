import { attending } from '../step.ts'

export const handler = attending('attend-to-the-substitute', ['substitute'])
