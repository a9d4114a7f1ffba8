import { attending } from '../step.ts'

export const handler = attending('attend-to-the-low-prices', ['price explanation', 'price decision'])
