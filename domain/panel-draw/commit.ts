import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { evolvePanel } from '../panel/evolve.ts'
import { invited, seated, vacancies } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { digest } from '../record/chain.ts'
import { seatStandingMembers, setAside } from '../standing-panel/decide.ts'
import type { StandingPanelEvent } from '../standing-panel/standing-panel.ts'
import type { Instant } from '../time/instant.ts'
import { escalation, openWait, openWaitUntil, type WaitEvent } from '../wait/decide.ts'
import type { WaitName } from '../wait/wait.ts'
import { changesAsPeopleSay } from './changes-in-words.ts'
import type { Draw, DrawEvent } from './draw.ts'
import { entryOf } from './fair-draw/entry.ts'
import type { Announcement, Prepared } from './fair-draw/prepare.ts'
import { commitmentOf } from './fair-draw/terms.ts'
import type { Instance } from './instance/instance.ts'
import { relaxationsOf } from './instance/named-relaxations.ts'
import { selectionOf } from './instance/selection.ts'
import type { RelaxedLimit } from './limits.ts'
import { eligible, instanceOf, isPossible, type Services } from './pool.ts'
import type { Contribution } from './randomness/commit-reveal.ts'
import { existsFrom, mayBeKnownFrom } from './randomness/source.ts'
import { contributionsMissing, nameSource, sourceKind } from './source-of.ts'
import { type EveryStep, Unsolved } from './unsolved.ts'

type Decided = DrawEvent | WaitEvent | StandingPanelEvent

/** A draw to be prepared, wherever that is done. */
export interface DrawJob {
  instance: Instance
  announcement: Announcement
  /** How many panels the lottery has. */
  panels: number
}

/** The waits of a draw that is committed to. */
const drawWaits: readonly WaitName[] = ['draw', 'reveals', 'numbers']

export interface CommitStep {
  attempt: number
  services: Services
  /** Random, 16 bytes in hex; another at each call. */
  salt(): string
  /** What the company contributes to the draw of this number: its secret is kept. */
  contribute(draw: number): Promise<Contribution>
  prepare(job: DrawJob): Promise<Prepared>
  /** Ends the search for whether a panel is possible where the time for it is used up. */
  everyStep?: EveryStep
}

/**
 * The step “Commit to the draw”: whoever is needed to fill the vacancies is bound to randomness that does not exist yet.
 * Nothing is drawn while invitations are open, when every seat is taken, or when all the eligible fit; where no panel is
 * possible, the programme manager is shown the smallest relaxations, and nothing is weakened silently (requirements §5).
 */
export async function commitToDraw(before: Case, step: CommitStep, { at, by }: Circumstances): Promise<Decided[]> {
  mustBeCurrent(before, step.attempt)
  const called = seatStandingMembers(before)
  const after = (events: typeof called): Case => {
    const panel = events.reduce((so, event) => evolvePanel(so, { ...event, at, by }), before.panel)
    return { ...before, ...(panel && { panel }) }
  }
  const taken = called.length > 0 && !canBeCompleted(after(called), step) ? setAside(before) : called
  return [...taken, ...(await commitToTheRest(after(taken), step, at))]
}

/** Whether those who sit keep the limits of the whole panel, with people for the seats that are vacant (decision 29). */
function canBeCompleted(theCase: Case, { services, everyStep }: CommitStep): boolean {
  const entries = Object.fromEntries(eligible(theCase, services).map((person) => [person, person]))
  const instance = instanceOf(theCase, services, entries)
  if (vacancies(theCase.panel, theCase.ruleBook) > 0)
    return 'possible' in orUnsolved(() => (isPossible(instance, everyStep) ? { possible: true } : {}))
  return selectionOf(instance).quotas.every(({ least, most }) => least <= 0 && most >= 0)
}

/** The people needed for the seats that nobody has taken. */
async function commitToTheRest(theCase: Case, step: CommitStep, at: Instant): Promise<Decided[]> {
  const { panel, ruleBook, life } = theCase
  if (vacancies(panel, ruleBook) <= 0 || invited(panel).length > 0) return againInvited(theCase, at)
  const standing = committedDraw(theCase)
  const people = eligible(theCase, step.services)
  if (standing && (isBound(standing, at) || isStill(standing, theCase, step.services)))
    return life.wait && drawWaits.includes(life.wait.name) ? [] : [untilItExists(theCase, standing, at)]
  const abandoned = standing
    ? [abandonment(standing, 'The people who can be drawn have changed since the draw was committed to.')]
    : []
  const salts = Object.fromEntries(people.map((person) => [person, step.salt()]))
  const instance = instanceOf(theCase, step.services, entriesOf(salts))
  const impossible = orUnsolved(() => whyImpossible(theCase, instance, salts, at, step))
  if ('unsolved' in impossible) return [...abandoned, ...unsolved(theCase, people, impossible.unsolved, at)]
  if (impossible.events) return [...abandoned, ...impossible.events]
  if (people.length === vacancies(panel, ruleBook))
    return [
      ...abandoned,
      { type: 'PanelFilledWithoutDraw', data: { people, services: step.services } },
      invitation(theCase, at),
    ]
  if (contributionsMissing(theCase)) {
    const waiting = life.wait?.name === 'contributions'
    return [...abandoned, ...(waiting ? [] : [openWait(theCase, 'contributions', at, ruleBook.panel.contributeWithin)])]
  }
  const number = (panel?.draw?.number ?? 0) + 1
  const company = sourceKind(ruleBook) === 'commit-reveal' ? await step.contribute(number) : undefined
  const announcement: Announcement = {
    caseId: theCase.id,
    draw: number,
    committedAt: at,
    ...nameSource(theCase, at, company),
  }
  const prepared = await step.prepare({ instance, announcement, panels: ruleBook.panel.panelsInLottery })
  if ('unsolved' in prepared) return [...abandoned, ...unsolved(theCase, people, prepared.unsolved, at)]
  if (!('terms' in prepared)) throw new Error('A panel is possible, and none was found: the solver is wrong.')
  const { terms } = prepared
  return [
    ...abandoned,
    { type: 'DrawCommitted', data: { terms, commitment: commitmentOf(terms), salts, services: step.services } },
    openWaitUntil(theCase, 'draw', at, existsFrom(terms.source)),
  ]
}

/** The draw that is committed to and not yet made. The draws must have been loaded. */
export function committedDraw({ panel, draws }: Pick<Case, 'panel' | 'draws'>): Draw | undefined {
  if (panel?.draw?.status !== 'committed') return undefined
  const draw = draws?.[panel.draw.number]
  if (!draw) throw new Error('The draws of the case were not loaded.')
  return draw
}

/**
 * Whether somebody may know the result of a draw: from then on the draw is made, and no change of the pool, pause or send-back leads to
 * another instead (requirements §5). The practices that contributed may know each other’s numbers, so theirs is made once it is
 * committed to (decision 15).
 */
export const isBound = ({ terms: { source } }: Draw, at: Instant): boolean =>
  source.kind === 'commit-reveal' || at >= mayBeKnownFrom(source)

export const abandonment = ({ terms }: Draw, reason: string): DrawEvent => ({
  type: 'DrawAbandoned',
  data: { draw: terms.draw, reason },
})

export const invitation = (theCase: Case, at: Instant): WaitEvent =>
  openWait(theCase, 'invitations', at, theCase.ruleBook.panel.acceptWithin)

const untilItExists = (theCase: Case, { terms }: Draw, at: Instant): WaitEvent => {
  const from = existsFrom(terms[theCase.panel?.draw?.from ?? 'source'] ?? terms.source)
  return openWaitUntil(theCase, 'draw', at, from > at ? from : at)
}

/** By person. */
const entriesOf = (salts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(salts).map(([person, salt]) => [person, entryOf(person, salt)]))

/** When the case comes back to this stage, or is resumed, with invitations open, those invited have the full time again. */
const againInvited = (theCase: Case, at: Instant): WaitEvent[] =>
  invited(theCase.panel).length > 0 && theCase.life.wait?.name !== 'invitations' ? [invitation(theCase, at)] : []

/** Whether a draw is from the same pool, under the same limits, as one that would be prepared now. */
function isStill({ terms, salts }: Draw, theCase: Case, services: Services): boolean {
  // Somebody flagged since then stays in the pool until there is a ruling: only a bar takes anybody out of it.
  const people = eligible(theCase, services, Object.keys(salts))
  const same = Object.keys(salts).sort().join() === [...people].sort().join()
  return same && digest(terms.instance) === digest(instanceOf(theCase, services, entriesOf(salts)))
}

/** Escalated at once: only the programme manager, or more nominees, can help. Nothing where a panel is possible. */
function whyImpossible(
  theCase: Case,
  instance: Instance,
  salts: Record<string, string>,
  at: Instant,
  { services, everyStep }: Pick<CommitStep, 'services' | 'everyStep'>,
): { events?: Decided[] } {
  if (isPossible(instance, everyStep)) return {}
  const { life, panel, ruleBook } = theCase
  if (life.wait?.name === 'pool' && panel?.impossible) return { events: [] }
  const entries = new Map(Object.entries(entriesOf(salts)).map(([person, entry]) => [entry, person]))
  const alternatives = relaxationsOf(instance, everyStep).map(({ changes, limits, steps, panel: rows }) => ({
    ...{ changes, limits, steps, ...quorumWith(theCase, limits) },
    panel: [
      ...seated(panel),
      ...rows.flatMap((row) => entries.get(String(instance.pool[row]?.['entry'])) ?? []),
    ].sort(),
  }))
  const vacant = vacancies(panel, ruleBook)
  const because = `No panel is possible: ${entries.size} eligible nominees for ${vacant} vacant seats. ${
    alternatives.length === 0
      ? 'Changing a limit would not help.'
      : `The smallest changes that would make one possible: ${alternatives.map(({ changes }) => changesAsPeopleSay(changes)).join('; or ')}.`
  } Choose one with a reason, or send the case back to nomination to find more: practices of neighbouring localities are asked then, too; or the approver decides how it is decided.`
  const open = openWait(theCase, 'pool', at, ruleBook.panel.relaxWithin)
  return {
    events: [
      {
        type: 'NoPanelPossible',
        data: { people: [...entries.values()].sort(), vacancies: vacant, alternatives, services },
      },
      open,
      escalation(theCase, { name: 'pool' }, at, because),
    ],
  }
}

/** Where the panel becomes smaller, its quorum does, too. */
function quorumWith({ panel, ruleBook }: Case, limits: RelaxedLimit[]): { quorum?: number } {
  const { quorum } = votingIn({ ruleBook, panel: { seats: {}, relaxed: [...(panel?.relaxed ?? []), ...limits] } })
  return limits.some(({ limit }) => limit === 'size') ? { quorum } : {}
}

function orUnsolved<T extends object>(search: () => T): T | { unsolved: string } {
  try {
    return search()
  } catch (error) {
    if (error instanceof Unsolved) return { unsolved: error.message }
    throw error
  }
}

/**
 * The draw could not be worked out. Nothing is drawn from a partial answer: the programme manager is told at once, and when the
 * case is resumed it is tried again.
 */
function unsolved(theCase: Case, people: readonly string[], why: string, at: Instant): Decided[] {
  const { panel, ruleBook } = theCase
  const because = `The draw between the ${people.length} eligible nominees could not be worked out. ${why} Pause the case and resume it to try again, for example after the service was given more time; or send it back to nomination to change who is nominated; or the approver decides how it is decided.`
  return [
    { type: 'DrawUnsolved', data: { people: [...people].sort(), vacancies: vacancies(panel, ruleBook), because: why } },
    openWait(theCase, 'pool', at, ruleBook.panel.relaxWithin),
    escalation(theCase, { name: 'pool' }, at, because),
  ]
}
