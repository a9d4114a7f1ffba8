import type { viewRankingToDecide } from '../../../domain/evaluation/view-ranking.ts'

export type Ranking = ReturnType<typeof viewRankingToDecide> & { names: Record<string, string> }
export type RankedTender = Ranking['ranking'][number]
