import { countingForChair } from '../choosing-a-chair.ts'

export const handler = countingForChair('count-the-votes-for-the-chair', 'stage')
