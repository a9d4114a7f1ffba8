import { asking } from '../step.ts'

export const handler = asking('ask-about-the-low-prices', ['price explanation', 'price decision'])
