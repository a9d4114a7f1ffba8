import { rank } from '../../domain/evaluation/rank.ts'
import { robustnessOf } from '../../domain/evaluation/robustness/robustness.ts'
import { scoredTenders } from '../../domain/evaluation/scored-tenders.ts'
import { termsOf } from '../../domain/evaluation/view.ts'
import type { Benchmark, Size } from '../bench.ts'
import { counted, spread } from '../statistics.ts'
import { timed } from '../timed.ts'
import { askedOfTheTable } from './in-the-table.ts'
import { pricedCase } from './large-tender.ts'

const sizes: Record<Size, { tenders: number; criteria: number; members: number; rounds: number }> = {
  full: { tenders: 20, criteria: 12, members: 9, rounds: 7 },
  tiny: { tenders: 4, criteria: 3, members: 3, rounds: 2 },
}

/** What the issue allows for the ranking with everything that says how robust it is, in milliseconds. */
const ALLOWED = 2_000

export const scoring: Benchmark = {
  name: 'scoring',
  says: 'ranking tenders exactly, with how robust the ranking is, against the two seconds that it may take; and what scoring them asks of the table',
  run: async (size) => {
    const { rounds, ...many } = sizes[size]
    const { tenders, criteria, members } = many
    const theCase = pricedCase(many)
    const ranking: number[] = []
    const robust: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      ranking.push(await timed(() => rank(termsOf(theCase), scoredTenders(theCase), 'seed')))
      robust.push(await timed(() => robustnessOf(theCase)))
    }
    const of = `of ${tenders} tenders × ${criteria} criteria × ${members} members`
    const sheets = Object.keys(theCase.scoreSheets ?? {}).length
    return [
      { what: `score sheets ${of}`, unit: '', ...counted(sheets) },
      { what: `ranking ${of}, of 2 seconds`, unit: '×', ...spread(ranking.map((taken) => taken / ALLOWED)) },
      {
        what: `ranking with robustness ${of}, of 2 seconds`,
        unit: '×',
        ...spread(robust.map((taken) => taken / ALLOWED)),
        reach: { most: 1 },
      },
      ...(await askedOfTheTable(many, of)),
    ]
  },
}
