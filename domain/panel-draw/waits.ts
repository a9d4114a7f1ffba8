import type { Case } from '../case/case.ts'
import { isBarred } from '../conflict/conflict.ts'
import type { Instant } from '../time/instant.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { isOpen } from './give-up.ts'
import { contributionsMissing } from './source-of.ts'

const isBrought = (panel: Case['panel']): boolean => panel?.draw?.status === 'committed' && panel.draw.brought === true

/** Somebody in the pool is barred, and nobody can know the result: the draw is abandoned at once (decision 15). A flag is ruled on first. */
const holdsSomebodyBarred = (theCase: Case, at: Instant): boolean =>
  isOpen(theCase, at) && (theCase.panel?.draw?.pool ?? []).some((one) => isBarred(theCase.conflicts, one))

/** Nobody is waited for: the time between a draw's commitment and its randomness. */
export const draw: WaitRule = {
  waitsFor: () => [],
  answered: (theCase, at) => {
    const { wait } = theCase.life
    return wait === undefined || isBrought(theCase.panel) || holdsSomebodyBarred(theCase, at) || at >= wait.dueAt
  },
  atDeadline: () => [],
  consequence: 'The randomness is looked up, and the panel is drawn.',
}

/** No panel is possible: a limit gives way, the approver decides, the case is sent back for more nominees, or withdrawn. */
export const pool: WaitRule = {
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: ({ panel }) => panel?.impossible === undefined,
  atDeadline: (theCase, wait, at) => [
    escalation(theCase, wait, at, 'No panel is possible with the eligible nominees.'),
  ],
  consequence:
    'The programme manager and the deputy are reminded until a limit is changed, with a reason, or there are more nominees.',
}

export const contributions: WaitRule = {
  waitsFor: ({ nomination, panel }) =>
    (nomination?.practices ?? [])
      .filter((practice) => panel?.contributions?.[practice] === undefined && !panel?.silent?.includes(practice))
      .map((id) => ({ kind: 'practice', id })),
  answered: (theCase) => !contributionsMissing(theCase),
  atDeadline: (theCase, wait, at) => {
    const { contributors } = theCase.ruleBook.panel
    const so = Object.keys(theCase.panel?.contributions ?? {}).length
    const because = `${so} of the ${contributors} practices needed have contributed to the randomness. Remind the others. Or take the randomness from elsewhere, with a reason, on the page of the panel.`
    return [escalation(theCase, wait, at, because)]
  },
  consequence:
    'The programme manager, the deputy and whoever is asked are reminded until it is done. The programme manager can then take the randomness from elsewhere, with a reason.',
}

export const reveals: WaitRule = {
  waitsFor: ({ panel }) => {
    const { contributors = [], revealed = [] } = panel?.draw ?? {}
    return contributors.filter((one) => !revealed.includes(one)).map((id) => ({ kind: 'practice', id }))
  },
  answered: ({ life, panel }, at) => {
    const { contributors = [], revealed = [] } = panel?.draw ?? {}
    return revealed.length >= contributors.length || life.wait === undefined || at >= life.wait.dueAt
  },
  atDeadline: () => [],
  consequence: 'Any practice that has not revealed its number is named, and the company’s number takes its place.',
}

export const numbers: WaitRule = {
  // The approver may be the second, where the manager or the deputy is away, or locked out.
  waitsFor: ({ panel }) => [
    { kind: 'programme-manager' },
    ...(panel?.draw?.copiedBy ? [{ kind: 'approver' as const }] : []),
  ],
  // The round that was named stands, wherever it comes from, for as long as the panel has not been drawn.
  answered: ({ panel }) => panel?.draw?.status !== 'committed' || panel.draw.entered === true || isBrought(panel),
  atDeadline: (theCase, wait, at) => [
    escalation(
      theCase,
      wait,
      at,
      'No two people have entered the same public numbers for the draw. If the numbers were never published, the approver can give the draw up, on the page of the panel, and another is prepared.',
    ),
  ],
  consequence:
    'The programme manager, the deputy and whoever is asked are reminded until it is done. The panel is drawn once two people have entered the same numbers. If they were never published, the approver can give the draw up.',
}
