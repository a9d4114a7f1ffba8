/** How a score came about: agreed in moderation; not agreed, or agreed with somebody who was excluded, so that the median stands; or nobody was far apart. */
export const bases = ['moderated', 'median', 'mean'] as const
export type Basis = (typeof bases)[number]

/** The same for people, in every paper. */
export const basisInWords: Record<Basis, string> = {
  moderated: 'Agreed in moderation',
  median: 'Median: no agreement stands',
  mean: 'Mean of the members’ scores',
}
