import type { SinceRanking } from './without-excluded.ts'

/** What letters, records and papers say of members who were excluded since the tenders were ranked: how many, and not who. */
export const outSince = ({ members }: { members: number | readonly string[] }): string => {
  const count = typeof members === 'number' ? members : members.length
  return `${count === 1 ? 'A member was' : `${count} members were`} excluded from the panel for a conflict of interest after the tenders were ranked.`
}

/** Why no contract can be awarded by the scores that are left. */
export const tooFewScores = ({ scoring, quorum }: Pick<SinceRanking, 'scoring' | 'quorum'>): string =>
  `${scoring === 0 ? 'No member’s scores count' : `The scores of ${scoring === 1 ? 'one member' : `${scoring} members`} count`} now. A contract is only awarded on the scores of ${quorum} or more, so none could be awarded.`
