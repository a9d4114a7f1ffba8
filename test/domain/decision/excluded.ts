import type { Case } from '../../../domain/case/case.ts'
import { START } from '../case-in.ts'
import { following } from '../story.ts'

/** This member was found to have a conflict of interest. */
export const excluded = (theCase: Case, person: string, at = START): Case =>
  following(theCase, [{ type: 'MemberExcluded', data: { person, reason: 'A tie.' } }], at)
