import type { Case } from '../case/case.ts'
import type { Names } from '../decision-record/in-words.ts'
import type { Paper } from '../paper/paper.ts'
import { refuseUnless } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { businessCaseBlocks } from './business-case-blocks.ts'
import { recommendationBlocks } from './recommendation-blocks.ts'

/**
 * What the approver decides on, as one paper, before the decision (requirements §2, §7): the recommendation once there is
 * one, before that the business case. The case must have been loaded with its versions and score sheets.
 *
 * @throws Refusal `TooEarly` before anything was put to the approver
 */
export function approvalPaper(theCase: Case, names: Names): { paper: Paper; datedAt: Instant } {
  const { decision, businessCase, proposal, head, life } = theCase
  const paper = (about: string, blocks: Paper['blocks']): Paper => ({
    ...{ title: proposal.form.title, about, blocks },
    head: { hash: head.hash },
  })
  if (decision && 'recommendation' in decision)
    return {
      paper: paper('For the approver · What the panel recommends', recommendationBlocks(theCase, decision, names)),
      datedAt: decision.vote.rounds.at(-1)?.countedAt ?? life.path.at(-1)?.entered ?? '',
    }
  refuseUnless(businessCase, 'TooEarly', 'Nothing has been put to the approver in this case yet.')
  return {
    paper: paper('For the approver · The business case', businessCaseBlocks(theCase, businessCase, names)),
    datedAt: businessCase.putAt,
  }
}
