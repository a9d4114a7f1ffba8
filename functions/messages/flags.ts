import type { Case } from '../../domain/case/case.ts'
import { flagsDue } from '../../domain/conflict/chase.ts'
import { flagsInMidstage } from '../../domain/conflict/waits.ts'
import type { Mail } from '../../domain/message/message.ts'
import { told } from '../../domain/time/deadline.ts'
import { pages } from './pages.ts'

/**
 * A flag that comes up in the midst of a stage stops nobody, so the secretariat is told of it at once, and again while it
 * waits; after its deadline the approver is told, too.
 */
export function ofFlags(theCase: Case): Mail[] {
  const count = flagsInMidstage(theCase).length
  const due = flagsDue(theCase)
  if (count === 0 || !due) return []
  const { title } = theCase.proposal.form
  const waiting =
    count === 1
      ? 'one person has a flagged interest that is waiting'
      : `${count} people have flagged interests that are waiting`
  const mail = (to: Mail['to'], also = ''): Mail => ({
    to,
    subject: `An interest to rule on: ${title}`,
    text: `In “${title}”, ${waiting} for the programme manager’s ruling. They take part until there is one. It is due by ${told(due.dueAt)}.${also}\n\nSign in to see it.`,
    page: pages.conflicts(theCase.id),
  })
  return [
    mail([{ kind: 'programme-manager' }, { kind: 'deputy-programme-manager' }]),
    ...(due.escalatedAt === undefined
      ? []
      : [mail([{ kind: 'approver' }], ' It is overdue, so you can give the ruling, too.')]),
  ]
}
