import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { recordChecks } from '../conflict/check.ts'
import { nomineeFacts } from '../conflict/check-nominees.ts'
import { type ConflictEvent, isBarred } from '../conflict/conflict.ts'
import { evolveConflicts } from '../conflict/evolve.ts'
import type { Matter } from '../conflict/matter.ts'
import { pool } from '../nomination/nomination.ts'
import { evolvePanel } from '../panel/evolve.ts'
import { invited, type PanelEvent } from '../panel/panel.ts'
import { excludedMembers } from '../panel/recheck.ts'
import { dueAfter, hours } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { openWait, openWaitUntil, type WaitEvent } from '../wait/decide.ts'
import type { WaitName } from '../wait/wait.ts'
import { abandonment, committedDraw, invitation, isBound } from './commit.ts'
import type { Draw, DrawEvent } from './draw.ts'
import { drawPanel as drawFrom } from './fair-draw/draw-panel.ts'
import { entryOf } from './fair-draw/entry.ts'
import type { Services } from './pool.ts'
import { randomnessOfRound } from './randomness/drand.ts'
import { keyOf } from './randomness/public-numbers.ts'
import { type Evidence, existsFrom, type Source } from './randomness/source.ts'

type Decided = DrawEvent | WaitEvent | ConflictEvent | PanelEvent

/** How long until a source that was silent is asked again. */
const ASK_AGAIN = hours(1)

export interface DrawStep {
  attempt: number
  /** Asked only where a draw is committed to. */
  matter(): Promise<Matter>
  /** Of these people, once they are drawn. */
  services(people: readonly string[]): Promise<Services>
  /** The signature of a drand round, in hex; undefined where it cannot be had now. */
  signatureOf(round: number): Promise<string | undefined>
  /** What the company contributed to the draw of this number. */
  secretOf(draw: number): Promise<string>
}

/**
 * The step “Draw the panel”: takes the randomness that was named, once it exists, and draws. Nothing to do where no draw is
 * committed to. From the moment in which the randomness exists the draw is made, whatever has become of those in its pool:
 * nobody who knows the result can escape it. Whoever was drawn and cannot serve is out of the panel after that, on the
 * record, and replaced. A source that stays silent gives way to the fallback that was named with it, unless somebody brings
 * what was named first before the panel is drawn.
 */
export async function drawPanel(theCase: Case, step: DrawStep, { at, by }: Circumstances): Promise<Decided[]> {
  mustBeCurrent(theCase, step.attempt)
  const draw = committedDraw(theCase)
  if (!draw) return []
  const { terms, salts } = draw
  const matter = await step.matter()
  const checks = recordChecks(theCase.conflicts, nomineeFacts(theCase), matter, 'panel formation')
  let { conflicts } = theCase
  for (const event of checks) conflicts = evolveConflicts(conflicts, { ...event, at, by })
  if (!isBound(draw, at) && Object.keys(salts).some((person) => isBarred(conflicts, person)))
    return [...checks, abandonment(draw, 'Somebody in its pool may no longer serve on this panel.')]
  const round = await roundAfterAll(theCase, draw, step)
  const from = round ? 'source' : (theCase.panel?.draw?.from ?? 'source')
  const source = terms[from] ?? terms.source
  const exists = existsFrom(source)
  if (at < exists) return [...checks, ...waitFor(theCase, 'draw', () => openWaitUntil(theCase, 'draw', at, exists))]
  const found = round ?? (await evidenceOf(theCase, draw, source, step, at))
  if (!('kind' in found)) return [...checks, ...found.instead]
  const { terms: _, commitment: __, format: ___, ...outcome } = drawFrom(terms, from, found)
  const people = Object.entries(salts).flatMap(([person, salt]) =>
    outcome.panel.includes(entryOf(person, salt)) ? [person] : [],
  )
  const drawn: DrawEvent = { type: 'PanelDrawn', data: { draw: terms.draw, ...outcome, people: people.sort() } }
  const panel = evolvePanel(theCase.panel, { ...drawn, at, by })
  const seatedNow = { ...theCase, ...(panel && { panel }), ...(conflicts && { conflicts }) }
  const out = whoCannotServe(seatedNow, people, { matter, services: await step.services(people) })
  const after = out.reduce((so, event) => evolvePanel(so, { ...event, at, by }), panel)
  return [...checks, drawn, ...out, ...(invited(after).length > 0 ? [invitation(theCase, at)] : [])]
}

/**
 * Of those drawn: who was barred since the draw was committed to, who is a nominee no more, and who has come to sit on as many
 * panels as one person may. Somebody who was flagged keeps the seat until there is a ruling.
 */
function whoCannotServe(
  theCase: Case,
  drawn: readonly string[],
  { matter, services }: { matter: Matter; services: Services },
): PanelEvent[] {
  const { nomination, ruleBook } = theCase
  const { mostPanelsAtOnce } = ruleBook.panel
  const excluded = excludedMembers(theCase, matter)
  const others = drawn.filter((person) => !excluded.some(({ data }) => data.person === person))
  const nominated = nomination ? pool(nomination) : []
  const gone = others.filter((person) => !nominated.includes(person))
  const busy = others.filter((person) => !gone.includes(person) && (services[person]?.panels ?? 0) >= mostPanelsAtOnce)
  return [...excluded, ...lapsed(gone, 'no longer nominated'), ...lapsed(busy, 'on as many panels as one person may')]
}

const lapsed = (people: string[], because: string): PanelEvent[] =>
  people.length > 0 ? [{ type: 'SeatsLapsed', data: { people, because } }] : []

/**
 * The round that was named first, where it was brought, or where it can be had although the fallback has been taken: it stands
 * for as long as the panel has not been drawn. So whoever keeps it from the service gains nothing if anybody brings it.
 */
async function roundAfterAll({ panel }: Case, { terms, brought }: Draw, step: DrawStep): Promise<Evidence | undefined> {
  const { source } = terms
  if (source.kind !== 'drand-quicknet' || (!brought && panel?.draw?.from !== 'fallback')) return undefined
  const { kind, round } = source
  const signature = brought?.signature ?? (await step.signatureOf(round))
  if (signature === undefined || randomnessOfRound(round, signature) === undefined) return undefined
  return { kind, round, signature }
}

/** What came of a source, or what is done while nothing has. */
async function evidenceOf(
  theCase: Case,
  draw: Draw,
  source: Source,
  { signatureOf, secretOf }: DrawStep,
  at: Instant,
): Promise<Evidence | { instead: Decided[] }> {
  const { ruleBook } = theCase
  switch (source.kind) {
    case 'drand-quicknet': {
      const { round } = source
      const signature = await signatureOf(round)
      if (signature !== undefined && randomnessOfRound(round, signature) !== undefined)
        return { kind: 'drand-quicknet', round, signature }
      const because =
        signature === undefined
          ? `Round ${round} of drand could not be fetched.`
          : `What was given as round ${round} of drand does not carry its signature, and was refused.`
      return { instead: missing(theCase, draw, source, because, at) }
    }
    case 'public-numbers': {
      const { numbers } = draw
      if (!numbers)
        return {
          instead: waitFor(theCase, 'numbers', () =>
            openWait(theCase, 'numbers', at, ruleBook.panel.enterNumbersWithin),
          ),
        }
      return { kind: 'public-numbers', numbers, key: keyOf(numbers) }
    }
    case 'commit-reveal': {
      const { reveals, terms } = draw
      const replaced = source.contributions.map(({ by }) => by).filter((by) => !reveals.some((one) => one.by === by))
      if (replaced.length > 0 && !revealsAreOver(theCase, at))
        return {
          instead: waitFor(theCase, 'reveals', () => openWait(theCase, 'reveals', at, ruleBook.panel.revealWithin)),
        }
      if (replaced.length === source.contributions.length)
        return { instead: [abandonment(draw, `Nobody revealed: ${replaced.join(', ')} had contributed.`)] }
      const company = { by: source.fallback.by, secret: replaced.length > 0 ? await secretOf(terms.draw) : '' }
      return { kind: 'commit-reveal', reveals: replaced.length > 0 ? [...reveals, company] : reveals, replaced }
    }
  }
}

/** Asked again every hour; after the time that the rule book gives, the fallback is taken. */
function missing(theCase: Case, { terms }: Draw, source: Source, because: string, at: Instant): Decided[] {
  const { panel, ruleBook } = theCase
  const { draw, fallback } = terms
  const late = at >= dueAfter(existsFrom(source), ruleBook.panel.fallbackAfter)
  if (late && fallback)
    return [
      { type: 'FallbackTaken', data: { draw, because } },
      openWaitUntil(theCase, 'draw', at, existsFrom(fallback) > at ? existsFrom(fallback) : at),
    ]
  return [
    ...(panel?.draw?.missing ? [] : [{ type: 'RandomnessMissing' as const, data: { draw, because } }]),
    openWaitUntil(theCase, 'draw', at, dueAfter(at, ASK_AGAIN)),
  ]
}

const revealsAreOver = ({ life: { wait } }: Case, at: Instant): boolean => wait?.name === 'reveals' && at >= wait.dueAt

const waitFor = ({ life }: Case, name: WaitName, open: () => WaitEvent): WaitEvent[] =>
  life.wait?.name === name ? [] : [open()]
