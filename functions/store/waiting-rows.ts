import { type AskedBeside, askedBeside } from '../../domain/case/asked-beside.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Party } from '../../domain/case/party.ts'
import { flagsDue } from '../../domain/conflict/chase.ts'
import type { Wait } from '../../domain/wait/wait.ts'
import type { WaitNow } from '../messages/waits.ts'
import { audiences } from './audiences.ts'
import { dueOf, type Row, type WriteRow } from './row.ts'

/** What waits for each of those who are asked something in a case. */
export function waitingRows(theCase: Case, waits: readonly WaitNow[], row: WriteRow): Row[] {
  const { id } = theCase
  return [
    ...waits.flatMap(({ of, wait, who }) => {
      const due = of === 'stage' ? withFlags(wait, theCase) : wait
      const name = of === 'stage' ? id : `${id}#${of}`
      return who.map((party) => row(audiences.waiting(party), `${placeOf(party, due)}${name}`, dueOf(due)))
    }),
    ...askedBeside(theCase).flatMap((asked) =>
      asked.who.map((party) => row(audiences.waiting(party), `${asked.due.dueAt}#${id}#${asked.name}`, shownOf(asked))),
    ),
  ]
}

/** Whoever rules for the stage does it on the same page: one task, due when the first of both is. */
function withFlags(wait: Wait, theCase: Case): Wait {
  const flags = wait.name === 'adjudication' ? flagsDue(theCase) : undefined
  return flags && flags.dueAt < wait.dueAt ? { ...wait, dueAt: flags.dueAt } : wait
}

/**
 * Where a row of what waits for somebody stands in their list. A practice, a person or a provider has few such rows, and a case
 * may wait for many of them at once: their rows are sorted by the case alone, so that a deadline that moves costs one write for
 * each, not two. The secretariat and the approver have many rows, sorted by what is due first.
 */
const placeOf = (party: Party, { dueAt }: Wait): string => ('id' in party ? '' : `${dueAt}#`)

function shownOf(asked: AskedBeside) {
  switch (asked.name) {
    case 'flags':
      return { wait: 'adjudication' as const, ...asked.due }
    case 'challenges':
      return { challenges: asked.due }
    case 'erasures':
      return { erasures: asked.due }
  }
}
