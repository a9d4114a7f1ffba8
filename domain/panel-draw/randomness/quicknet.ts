/** drand quicknet: the League of Entropy's beacon; a round every 3 seconds. Its key is pinned here and never fetched. */
export const QUICKNET = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  periodSeconds: 3,
  genesisTime: 1_692_803_367,
} as const

/** The last round that has been published at an instant; round 1 is the first. */
export const roundAt = (instant: string): number =>
  Math.floor((Date.parse(instant) / 1_000 - QUICKNET.genesisTime) / QUICKNET.periodSeconds) + 1

/** When a round is published. */
export const timeOfRound = (round: number): string =>
  new Date((QUICKNET.genesisTime + (round - 1) * QUICKNET.periodSeconds) * 1_000).toISOString()

/** The first round that is published at an instant or after it. */
export function firstRoundFrom(instant: string): number {
  const round = roundAt(instant)
  return Date.parse(timeOfRound(round)) >= Date.parse(instant) ? round : round + 1
}
