import type { Case } from '../../domain/case/case.ts'
import { flagsInMidstage } from '../../domain/conflict/waits.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { casePage } from './case-page.ts'
import { mailOnce } from './mail-once.ts'

/** A flag that comes up in the midst of a stage stops nobody, so the secretariat is told of it at once. */
export async function tellOfFlags(deps: Deps, theCase: Case, sequence: number): Promise<void> {
  const count = flagsInMidstage(theCase).length
  if (count === 0) return
  const { title } = theCase.proposal.form
  const secretariat = [{ kind: 'programme-manager' }, { kind: 'deputy-programme-manager' }] as const
  for (const person of await addressees(deps, theCase.id, secretariat))
    await mailOnce(deps, person, `${theCase.id}#flagged#${sequence}`, {
      subject: `An interest to rule on: ${title}`,
      text: `In “${title}” ${count === 1 ? 'one person has a flagged interest that waits' : `${count} people have flagged interests that wait`} for your ruling. They take part until you rule.\n\nSign in to the portal to rule on it.`,
      page: `${casePage(theCase)}/conflicts`,
    })
}
