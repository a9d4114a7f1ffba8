import type { Case } from '../case/case.ts'
import { mustBeOpen } from '../case/decide.ts'
import { refuseUnless } from '../refusal.ts'
import { finished, type MarkedPaperEvent, type ObserverPaper, paperNames, readByObservers } from './marked-paper.ts'

export interface MarkedPaperCommand {
  type: 'MarkPaper' | 'UnmarkPaper'
  paper: ObserverPaper
  reason: string
}

/** The secretariat marks a paper for observers to read, and can take that back whenever it likes. */
export function decideMarkedPaper(theCase: Case, { type, paper, reason }: MarkedPaperCommand): MarkedPaperEvent[] {
  const isRead = readByObservers(theCase).some((one) => one.paper === paper)
  switch (type) {
    case 'MarkPaper': {
      mustBeOpen(theCase)
      const number = finished(theCase, paper)
      refuseUnless(number, 'TooEarly', `Observers can read ${paperNames[paper]} once the panel has finished it.`)
      refuseUnless(!isRead, 'AlreadyDone', `Observers can read ${paperNames[paper]} already.`)
      return [{ type: 'PaperMarked', data: { paper, number, reason } }]
    }
    case 'UnmarkPaper':
      refuseUnless(isRead, 'AlreadyDone', `Observers cannot read ${paperNames[paper]}.`)
      return [{ type: 'PaperUnmarked', data: { paper, reason } }]
  }
}
