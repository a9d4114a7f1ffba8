import type { Case } from '../../domain/case/case.ts'
import { erasuresDue } from '../../domain/case/erasure.ts'
import type { BoardRow, CaseRow, Summary } from '../../domain/case/listed.ts'
import { challengesDue } from '../../domain/challenge/challenge.ts'
import { flagsDue } from '../../domain/conflict/chase.ts'
import { flagsInMidstage } from '../../domain/conflict/waits.ts'
import { waitRules } from '../../domain/wait/rules.ts'
import type { WaitNow } from '../messages/waits.ts'
import { audiences } from './audiences.ts'
import type { Asking } from './keys.ts'
import { dueOf, type Row, type WriteRow } from './row.ts'

/** What is paused has no due time: it comes after everything that has one. */
const AT_NO_TIME = '9999-12-31T00:00:00.000Z'

/** The row of a case on the programme manager's board: of all cases, of those in its stage, and by its identifier. */
export function boardRows(
  theCase: Case,
  waits: readonly WaitNow[],
  shown: Omit<CaseRow, keyof Summary>,
  row: WriteRow,
): Row[] {
  const { id, life } = theCase
  const started = life.path[0]?.entered ?? ''
  const [flags, challenges, erasures] = [flagsDue(theCase), challengesDue(theCase.challenges), erasuresDue(theCase)]
  const shownOf = (which: Asking) => {
    const now = waits.find(({ of }) => of === which)
    return now && { ...dueOf(now.wait), waitsFor: now.who, next: waitRules[now.wait.name].consequence }
  }
  const substitution = shownOf('substitution')
  const dues = [...waits.map(({ wait }) => wait), flags, challenges, erasures]
  const first = firstDue({ status: life.status, started, dues })
  // In key order: what is past comes after what is open. An erasure that waits for somebody is not past.
  const place = life.status === 'ended' && !erasures ? `past#${life.endedAt}#${id}` : `open#${first}#${id}`
  const body: Omit<BoardRow, keyof Summary> = {
    ...shown,
    ...shownOf('stage'),
    ...(substitution && { substitution }),
    ...(flags && { flags: { count: flagsInMidstage(theCase).length, ...flags } }),
    ...(challenges && { challenges }),
    ...(erasures && { erasures }),
    started,
  }
  return [
    row(audiences.board, place, body),
    row(audiences.boardOf(life.stage), place, body),
    row(audiences.boardRows, id, body),
  ]
}

/**
 * The time by which the board sorts a case: when the first thing that is asked of anybody is due. For a case that is at work
 * itself, when it started.
 */
export function firstDue({
  status,
  started,
  dues,
}: {
  status: Case['life']['status']
  started: string
  dues: ({ dueAt?: string | undefined } | undefined)[]
}): string {
  if (status === 'paused') return AT_NO_TIME
  return dues.flatMap((one) => one?.dueAt ?? []).sort()[0] ?? started
}
