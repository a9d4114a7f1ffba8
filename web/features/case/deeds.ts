import type { CaseView } from '../../../functions/api/answers/case.ts'

/** What the secretariat can do here with a case. Each is a command of the API by this name. */
export const deedNames = [
  'accept-proposal',
  'return-proposal',
  'redirect-proposal',
  'remind',
  'extend-deadline',
  'pause',
  'resume',
  'send-back',
  'withdraw',
  'ask-for-erasure',
  'take-back-erasure',
  'erase-payload',
] as const
export type DeedName = (typeof deedNames)[number]

/** What a deed asks for, and how grave it is. */
export interface Deed {
  /** The name of its words in the command's body; absent when it needs none. */
  wordsAs?: 'reason' | 'reasons' | 'whereTo'
  optional?: true
  asks?: 'date' | 'stage' | 'panel' | 'event' | 'erasure'
  /** Cannot be undone by another deed. */
  grave?: true
  /** Whether it makes sense as the case stands. Whether the person may is the API's to say. */
  fits(theCase: CaseFacts): boolean
}

type CaseFacts = Pick<CaseView, 'life' | 'wait' | 'proposal' | 'substitution'>

/** Deadlines that are the law's or the draw's, and no one's to move. */
const fixed = ['draw', 'standstill']

const inTriage = ({ life, proposal }: CaseFacts) =>
  life.status === 'open' && life.stage === 'submission' && proposal.status === 'submitted'
const waiting = ({ life, wait }: CaseFacts) => life.status === 'open' && wait !== undefined

/** Whose deadline can be moved now: the stage's, that of the substitution beside it, or both. */
export function extendable({ life, wait, substitution }: CaseFacts): ('stage' | 'substitution')[] {
  if (life.status !== 'open') return []
  const movable = (name: string | undefined) => name !== undefined && !fixed.includes(name)
  return [
    ...(movable(wait?.name) ? ['stage' as const] : []),
    ...(movable(substitution?.wait?.name) ? ['substitution' as const] : []),
  ]
}

export const deeds: Record<DeedName, Deed> = {
  'accept-proposal': { asks: 'panel', fits: inTriage },
  'return-proposal': { wordsAs: 'reasons', fits: inTriage },
  'redirect-proposal': { wordsAs: 'whereTo', optional: true, grave: true, fits: inTriage },
  remind: { wordsAs: 'reason', fits: (theCase) => waiting(theCase) && (theCase.wait?.waitsFor.length ?? 0) > 0 },
  'extend-deadline': {
    wordsAs: 'reason',
    asks: 'date',
    fits: (theCase) => extendable(theCase).length > 0,
  },
  pause: { wordsAs: 'reason', fits: ({ life }) => life.status === 'open' },
  resume: { wordsAs: 'reason', fits: ({ life }) => life.status === 'paused' },
  'send-back': { wordsAs: 'reason', asks: 'stage', fits: ({ life }) => (life.canGoBackTo?.length ?? 0) > 0 },
  withdraw: {
    wordsAs: 'reason',
    grave: true,
    fits: ({ life }) => life.status !== 'ended' && life.stage !== 'after-award',
  },
  'ask-for-erasure': { wordsAs: 'reason', asks: 'event', fits: ({ life }) => life.status === 'ended' },
  'take-back-erasure': {
    wordsAs: 'reason',
    asks: 'erasure',
    fits: ({ life }) => (life.erasures?.length ?? 0) > 0,
  },
  'erase-payload': {
    wordsAs: 'reason',
    asks: 'erasure',
    grave: true,
    fits: ({ life }) => (life.erasures?.length ?? 0) > 0,
  },
}

/** @param level of the commissioning area: only level 1 goes to a panel (requirements §3) */
export function deedsOf(theCase: CaseFacts & Pick<CaseView, 'may'>, level: number | undefined): DeedName[] {
  return deedNames.filter((name) => {
    if (!theCase.may.includes(name) || !deeds[name].fits(theCase)) return false
    if (name === 'accept-proposal') return level === 1
    return name !== 'redirect-proposal' || (level !== undefined && level !== 1)
  })
}
