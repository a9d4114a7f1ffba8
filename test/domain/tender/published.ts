import type { Case } from '../../../domain/case/case.ts'
import { stepTender } from '../../../domain/tender/decide.ts'
import { caseIn, on, START } from '../case-in.ts'
import { following } from '../story.ts'
import { terms } from './terms.ts'

export const publish = {
  type: 'PublishTender',
  attempt: 5,
  terms,
  keyName: 'case-1-1',
  publicKeys: { quality: 'q', price: 'p' },
} as const

/** A case that has just been put out to tender, at START. */
export function published(): Case {
  const entered = caseIn('tender')
  return following(entered, stepTender(entered, publish, on(START)), START)
}
