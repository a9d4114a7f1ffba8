import { appraisedBlocks, specifiedBlocks } from '../approval/business-case-blocks.ts'
import type { Capacity } from '../case/capacity.ts'
import type { Case } from '../case/case.ts'
import { isSecretariat } from '../locality/locality.ts'
import type { Block } from '../paper/paper.ts'
import { finished, type ObserverPaper, observerPapers, readByObservers } from './marked-paper.ts'

/** What observers read, to them and to whoever marks it; and to the latter what could be marked. The case must have its versions. */
export function viewMarkedPapers(theCase: Case, as: Capacity) {
  const read = readByObservers(theCase)
  const open = theCase.life.status === 'open' && isSecretariat(as)
  return {
    papers: read.map(({ paper, number, reason, at }) => ({
      ...{ paper, number, reason, at },
      blocks: blocksOf(theCase, paper, number),
    })),
    markable: observerPapers.filter(
      (paper) => open && finished(theCase, paper) !== undefined && !read.some((one) => one.paper === paper),
    ),
  }
}

function blocksOf(theCase: Case, paper: ObserverPaper, number: number): Block[] {
  switch (paper) {
    case 'appraisal':
      return appraisedBlocks(theCase)
    case 'specification':
      return specifiedBlocks(theCase, number)
  }
}
