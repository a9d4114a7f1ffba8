import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import type { MarkedPaper } from './marked-paper.ts'

export function evolveMarkedPapers(marked: MarkedPaper[] | undefined, event: Recorded): MarkedPaper[] | undefined {
  if (event.type !== 'PaperMarked' && event.type !== 'PaperUnmarked') return marked
  const others = (marked ?? []).filter(({ paper }) => paper !== event.data.paper)
  if (event.type === 'PaperUnmarked') return others
  return [...others, { ...event.data, by: personOf(event.by) ?? '', at: event.at }]
}
