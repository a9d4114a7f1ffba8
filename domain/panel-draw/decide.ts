import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { recordChecks } from '../conflict/check.ts'
import { nomineeFacts } from '../conflict/check-nominees.ts'
import { type ConflictEvent, mayServe } from '../conflict/conflict.ts'
import { evolveConflicts } from '../conflict/evolve.ts'
import type { Matter } from '../conflict/matter.ts'
import { pool } from '../nomination/nomination.ts'
import { invited, promisedSeed, seated, vacancies } from '../panel/panel.ts'
import { require } from '../refusal.ts'
import { told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { escalation, openWait, type WaitEvent } from '../wait/decide.ts'
import { commitmentOf, type Draw, type DrawEvent, METHOD, type Terms } from './draw.ts'
import { drawNumber } from './lot.ts'
import { numberPanels } from './numbering.ts'
import { constraintsOf, inOrder, type PoolEntry, type Problem } from './pool.ts'
import { commitTo, type SeedCommitment } from './seed.ts'
import { changesInWords, smallestChanges } from './shortfall.ts'

type Decided = DrawEvent | WaitEvent

/** Nominees without a conflict who were never invited: who declined or let a seat lapse is not asked again. */
export const eligible = ({
  nomination,
  conflicts,
  panel,
}: Pick<Case, 'nomination' | 'conflicts' | 'panel'>): string[] =>
  nomination ? pool(nomination).filter((person) => mayServe(conflicts, person) && !panel?.seats[person]) : []

/** The vacancies and who could fill them, with people under the names that `nameOf` gives. */
export function problemOf(theCase: Case, nameOf: (person: string) => string = (person) => person): Problem {
  const entry = (person: string): PoolEntry[] => {
    const nominee = theCase.nomination?.nominees[person]
    if (!nominee) return []
    return [
      {
        id: nameOf(person),
        practice: nominee.practiceId,
        profession: nominee.profession,
        experienced: nominee.experienced,
      },
    ]
  }
  return {
    constraints: constraintsOf(theCase.ruleBook),
    sitting: inOrder(seated(theCase.panel).flatMap(entry)),
    pool: inOrder(eligible(theCase).flatMap(entry)),
  }
}

export const panelIsPossible = (theCase: Case): boolean => numberPanels(problemOf(theCase)).panels > 0n

/**
 * The step “Commit to the draw”: whoever is needed to fill the vacancies is bound to a number that is not revealed yet.
 * Nothing is drawn while invitations are open, when every seat is taken, or when all the eligible fit.
 *
 * @param salt random, in hex: makes pseudonyms that cannot be traced back to people
 */
export function commitToDraw(theCase: Case, step: { attempt: number; salt: string }, { at }: Circumstances): Decided[] {
  mustBeCurrent(theCase, step.attempt)
  const { panel, life, ruleBook } = theCase
  if (vacancies(panel, ruleBook) <= 0 || invited(panel).length > 0) return againInvited(theCase, at)
  const standing = committedDraw(theCase)
  const terms = termsOf(theCase, step.salt, standing)
  if (standing && commitmentOf({ ...terms.terms, publicValue: standing.terms.publicValue }) === standing.commitment)
    return life.wait?.name === 'draw' ? [] : [openWait(theCase, 'draw', at, ruleBook.panel.commitBefore)]
  const abandoned = standing ? [abandonment(standing)] : []
  const { pool: candidates, panels } = terms.terms
  if (panels === '0') return [...abandoned, ...impossible(theCase, at)]
  const people = candidates.flatMap(({ id }) => terms.people[id] ?? [])
  if (people.length === vacancies(panel, ruleBook))
    return [...abandoned, { type: 'PanelFilledWithoutDraw', data: { people } }, invitation(theCase, at)]
  const number = (panel?.draw?.number ?? 0) + 1
  const committed: Terms = { ...terms.terms, draw: number }
  return [
    ...abandoned,
    { type: 'DrawCommitted', data: { terms: committed, commitment: commitmentOf(committed), people: terms.people } },
    openWait(theCase, 'draw', at, ruleBook.panel.commitBefore),
  ]
}

/**
 * The step “Draw the panel”: reveals the seed that was promised, and who it draws. Nothing to do where no draw is committed.
 * The nominees are checked once more before; with one of the pool barred since, the draw is abandoned and its seed is kept.
 *
 * @param seed the one behind the draw's commitment
 * @throws Refusal TooEarly before the time set by the rule book has passed since the commitment
 */
export function drawPanel(
  theCase: Case,
  step: { attempt: number; matter: Matter; seed: string | undefined; nextSeed: SeedCommitment },
  { at, by }: Circumstances,
): (Decided | ConflictEvent)[] {
  mustBeCurrent(theCase, step.attempt)
  const draw = committedDraw(theCase)
  if (!draw) return []
  const { wait } = theCase.life
  if (wait?.name === 'draw') require(at >= wait.dueAt, 'TooEarly', `The panel is not drawn before ${told(wait.dueAt)}.`)
  const { terms, people } = draw
  const checks = recordChecks(theCase.conflicts, nomineeFacts(theCase), step.matter, 'panel formation')
  let { conflicts } = theCase
  for (const event of checks) conflicts = evolveConflicts(conflicts, { ...event, at, by })
  const fit = terms.pool.every(({ id }) => mayServe(conflicts, people[id] ?? ''))
  if (!fit) return [...checks, abandonment(draw)]
  const { seed, nextSeed } = step
  if (seed === undefined || commitTo(terms.seedCommitment.name, seed).hash !== terms.seedCommitment.hash)
    throw new Error(`The seed of draw ${terms.draw} is not the one that was promised.`)
  const numbering = numberPanels(terms)
  const index = drawNumber(seed, terms.publicValue, numbering.panels)
  const drawn = numbering.at(index)
  return [
    ...checks,
    {
      type: 'PanelDrawn',
      data: {
        draw: terms.draw,
        seed,
        index: String(index),
        drawn,
        people: drawn.flatMap((pseudonym) => people[pseudonym] ?? []),
        nextSeed,
      },
    },
    invitation(theCase, at),
  ]
}

/** The draw that is committed and not yet made. The draws must have been loaded. */
export function committedDraw({ panel, draws }: Pick<Case, 'panel' | 'draws'>): Draw | undefined {
  if (panel?.draw?.status !== 'committed') return undefined
  const draw = draws?.[panel.draw.number]
  if (!draw) throw new Error('The draws of the case were not loaded.')
  return draw
}

const abandonment = ({ terms }: Draw): DrawEvent => ({
  type: 'DrawAbandoned',
  data: { draw: terms.draw, reason: 'Those who can be drawn have changed since it was committed.' },
})

const invitation = (theCase: Case, at: Instant): WaitEvent =>
  openWait(theCase, 'invitations', at, theCase.ruleBook.panel.acceptWithin)

/** Back in this stage, or resumed, with invitations open: those invited have the full time again. */
const againInvited = (theCase: Case, at: Instant): WaitEvent[] =>
  invited(theCase.panel).length > 0 && theCase.life.wait?.name !== 'invitations' ? [invitation(theCase, at)] : []

function termsOf(
  theCase: Case,
  salt: string,
  standing: Draw | undefined,
): { terms: Terms; people: Record<string, string> } {
  const known = theCase.panel?.pseudonyms ?? {}
  const pseudonymOf = (person: string) =>
    known[person] ?? `n-${bytesToHex(sha256(utf8ToBytes(`${salt} ${person}`))).slice(0, 16)}`
  const problem = problemOf(theCase, pseudonymOf)
  const people = Object.fromEntries(
    [...seated(theCase.panel), ...eligible(theCase)].map((person) => [pseudonymOf(person), person]),
  )
  const { panels } = numberPanels(problem)
  return {
    people,
    terms: {
      caseId: theCase.id,
      draw: standing?.terms.draw ?? (theCase.panel?.draw?.number ?? 0) + 1,
      method: METHOD,
      ...problem,
      panels: String(panels),
      seedCommitment: promisedSeed(theCase),
      publicValue: theCase.head.hash,
    },
  }
}

/** Escalated at once: only more nominees can help, and no constraint is weakened silently. */
function impossible(theCase: Case, at: Instant): Decided[] {
  if (theCase.life.wait?.name === 'pool') return []
  const problem = problemOf(theCase)
  const alternatives = smallestChanges(problem)
  const open = openWait(theCase, 'pool', at, theCase.ruleBook.panel.acceptWithin)
  if (open.type !== 'WaitOpened') throw new Error('A wait must be opened.')
  const { vacant, short } = {
    vacant: vacancies(theCase.panel, theCase.ruleBook),
    short: alternatives.map(changesInWords).join('; or '),
  }
  const because = `No panel is possible: ${problem.pool.length} eligible nominees for ${vacant} vacant seats.${
    short === '' ? '' : ` It would take a change of ${short}.`
  } Send the case back to nomination to find more.`
  const wait = { ...open.data, since: at, extensions: 0 }
  return [
    {
      type: 'NoPanelPossible',
      data: { eligible: problem.pool.length, vacancies: vacant, smallestChanges: alternatives },
    },
    open,
    escalation(theCase, wait, at, because),
  ]
}
