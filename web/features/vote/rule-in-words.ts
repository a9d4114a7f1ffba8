import type { CaseView } from '../../../functions/api/answers/case.ts'
import { words } from './words.ts'

/** When a vote of the panel counts, and what carries. */
export function ruleInWords({ quorum, majority }: CaseView['voting']): string {
  const share = majority.moreThan === '1/2' ? words.half : majority.moreThan
  return words.rule(quorum, share, words.of[majority.of])
}
