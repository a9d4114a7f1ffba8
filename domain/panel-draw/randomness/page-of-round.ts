import { QUICKNET } from './quicknet.ts'

/** Where everybody finds a round: what this page shows can be copied as it is. */
export const pageOfRound = (round: number): string => `https://api.drand.sh/${QUICKNET.hash}/public/${round}`
