import type { Case } from '../case/case.ts'
import type { Party } from '../case/party.ts'
import { dueAfter, inWords } from '../time/deadline.ts'
import { escalation, extension } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { pool, unanswered } from './nomination.ts'
import { shortfall, standingFillsThePanel } from './shortfall.ts'

const bigEnough = (theCase: Case): boolean =>
  theCase.nomination !== undefined &&
  (pool(theCase.nomination).length >= theCase.ruleBook.nomination.smallestPool || standingFillsThePanel(theCase))

export const nominations: WaitRule = {
  waitsFor: ({ nomination }) => {
    if (!nomination) return []
    const people = Object.entries(nomination.nominees).filter(([, nominee]) => nominee.status === 'nominated')
    const waiting: Party[] = [
      ...unanswered(nomination).map((id) => ({ kind: 'practice' as const, id })),
      ...people.map(([id]) => ({ kind: 'person' as const, id })),
    ]
    // Everybody has answered and the pool is still too small: those who declined can think again.
    return waiting.length > 0 ? waiting : nomination.declined.map((id) => ({ kind: 'practice', id }))
  },
  /** What is lacking is said before the deadline: to the programme manager, and to practices that have answered, too. */
  alsoReminded: (theCase) => {
    const { nomination } = theCase
    if (!nomination || shortfall(theCase).length === 0) return []
    const waiting = unanswered(nomination)
    const others = nomination.practices.filter((practice) => !waiting.includes(practice))
    return [{ kind: 'programme-manager' }, ...others.map((id) => ({ kind: 'practice' as const, id }))]
  },
  /** All have answered and the pool is big enough; or it is, the deadline has passed, and whoever is missing is not waited for. */
  answered: (theCase, at) => {
    const { nomination, life } = theCase
    if (!nomination || nomination.status === 'closed') return true
    if (!bigEnough(theCase)) return false
    if (life.wait && at >= life.wait.dueAt) return true
    const pending = Object.values(nomination.nominees).some((nominee) => nominee.status === 'nominated')
    return !pending && unanswered(nomination).length === 0
  },
  atDeadline: (theCase, wait, at) => {
    const { nomination, ruleBook } = theCase
    const { extendBy, smallestPool } = ruleBook.nomination
    const size = nomination ? pool(nomination).length : 0
    const small = `${size} of the ${smallestPool} nominees needed have accepted.`
    return wait.automaticExtensions === 0
      ? [
          extension(
            theCase,
            wait,
            at,
            dueAfter(at, extendBy),
            `${small} The deadline is extended once, by ${inWords(extendBy)}.`,
          ),
        ]
      : [escalation(theCase, wait, at, `${small} The deadline has already been extended.`)]
  },
  consequence:
    'If the pool is big enough, the panel is formed. If it is too small, the deadline is extended once, and after that the programme manager and the deputy are told that it is held up.',
}
