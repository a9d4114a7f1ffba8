import type { Case } from '../case/case.ts'
import { refuseUnless } from '../refusal.ts'
import { dueBefore } from '../time/before.ts'
import { dueAfter, inWords } from '../time/deadline.ts'
import { addMilliseconds, type Instant } from '../time/instant.ts'
import { extension, type WaitEvent } from '../wait/decide.ts'
import { openTender } from './open-tender.ts'
import type { TenderEvent } from './tender.ts'
import { termsOf } from './terms.ts'

/**
 * What an approved change of what is asked does to the tender: it is published with its reason, and when it is late the
 * deadline moves, so that everybody has the time to answer it (requirements §6). The case must have its versions loaded.
 */
export function changeOfTender(theCase: Case, version: number, at: Instant): (TenderEvent | WaitEvent)[] {
  const { round, terms } = openTender(theCase)
  const from = terms.specificationVersion
  const changed = theCase.versions?.[version]
  refuseUnless(changed, 'NotFound', `There is no version ${version} of this specification.`)
  const reason = Object.values(theCase.versions ?? {})
    .filter(({ number }) => number > from && number <= version)
    .sort((one, other) => one.number - other.number)
    .map((one) => one.reason)
    .join(' ')
  return [
    { type: 'TenderChanged', data: { round, from, version, reason, terms: termsOf(changed) } },
    ...moreTime(theCase, at),
  ]
}

function moreTime(theCase: Case, at: Instant): WaitEvent[] {
  const { wait } = theCase.life
  const { changeIsLateWithin, extendForChangeBy } = theCase.ruleBook.tender
  if (wait?.name !== 'tenders' || at < dueBefore(wait.dueAt, changeIsLateWithin)) return []
  // A deadline at midnight belongs to the day that it ends.
  const lastDay = addMilliseconds(wait.dueAt, -1)
  const dueAt = dueAfter(at > lastDay ? at : lastDay, extendForChangeBy)
  const reason = `The requirements were changed less than ${inWords(changeIsLateWithin)} before the deadline, which moves by ${inWords(extendForChangeBy)}.`
  return [extension(theCase, wait, at, dueAt, reason)]
}
