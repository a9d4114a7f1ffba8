import type { Case } from '../../domain/case/case.ts'
import { flagsDue } from '../../domain/conflict/chase.ts'
import { flagsInMidstage } from '../../domain/conflict/waits.ts'
import { told } from '../../domain/time/deadline.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Addressed, addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'

/**
 * A flag that comes up in the midst of a stage stops nobody, so the secretariat is told of it at once, and again while it
 * waits; after its deadline the approver is told, too.
 */
export async function tellOfFlags(deps: Deps, theCase: Case, sequence: number): Promise<void> {
  const count = flagsInMidstage(theCase).length
  const due = flagsDue(theCase)
  if (count === 0 || !due) return
  const { title } = theCase.proposal.form
  const waiting =
    count === 1
      ? 'one person has a flagged interest that is waiting'
      : `${count} people have flagged interests that are waiting`
  const tell = async (who: readonly Addressed[], also = '') =>
    mailOnce(deps, await addressees(deps, theCase.id, who), `${theCase.id}#flagged#${sequence}`, {
      subject: `An interest to rule on: ${title}`,
      text: `In “${title}”, ${waiting} for the programme manager’s ruling. They take part until there is one. It is due by ${told(due.dueAt)}.${also}\n\nSign in to see it.`,
      page: pages.conflicts(theCase.id),
    })
  await tell([{ kind: 'programme-manager' }, { kind: 'deputy-programme-manager' }])
  if (due.escalatedAt !== undefined)
    await tell([{ kind: 'approver' }], ' It is overdue, so you can give the ruling, too.')
}
