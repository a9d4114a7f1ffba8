import type { Case } from '../case/case.ts'
import { isBarred, mayServe } from '../conflict/conflict.ts'
import { isSameSkill } from '../locality/same-skill.ts'
import { pool } from '../nomination/nomination.ts'
import { seated } from '../panel/panel.ts'
import { heaviest } from './exact/heaviest.ts'
import type { Instance, Row } from './instance/instance.ts'
import { programOf } from './instance/program.ts'
import { selectionOf } from './instance/selection.ts'
import { limitsOf, skill, yes } from './limits.ts'
import type { EveryStep } from './unsolved.ts'

/** What is known of a nominee beyond their nomination, when the draw is prepared. */
export interface Service {
  /** Open cases, other than this, on whose panels they sit. */
  panels: number
  /** Sat on a panel that was formed in the last 12 months. */
  recent: boolean
  skills: readonly string[]
}
export type Services = Readonly<Record<string, Service>>

type Drawing = Pick<Case, 'nomination' | 'conflicts' | 'panel' | 'ruleBook'>

/**
 * Who can be drawn: nominees without a conflict, on fewer panels than one person may serve at once, who were never invited
 * to this one: who declined or let a seat lapse is not asked again.
 *
 * @param before who is in a pool already that was committed to: a flag alone takes nobody out of it
 */
export function eligible(
  { nomination, conflicts, panel, ruleBook }: Drawing,
  services: Services,
  before: readonly string[] = [],
): string[] {
  if (!nomination) return []
  const { mostPanelsAtOnce } = ruleBook.panel
  return pool(nomination).filter(
    (person) =>
      (mayServe(conflicts, person) || (before.includes(person) && !isBarred(conflicts, person))) &&
      !panel?.seats[person] &&
      (services[person]?.panels ?? 0) < mostPanelsAtOnce,
  )
}

/**
 * What is drawn from: a row for each of these people, in the order of their entries, and who sits already. Practices have
 * numbers instead of names: a certificate is public.
 *
 * @param entries of the people, by person
 */
export function instanceOf(theCase: Drawing, services: Services, entries: Readonly<Record<string, string>>): Instance {
  const { nomination, panel, ruleBook } = theCase
  const practiceOf = (person: string) => nomination?.nominees[person]?.practiceId ?? ''
  const rising = Object.entries(entries).sort(([, one], [, other]) => (one < other ? -1 : 1))
  const sitting = seated(panel)
  const people = [...rising.map(([person]) => person), ...sitting]
  const practices = [...new Set(people.map(practiceOf))]
  const practice = (person: string) => ({ practice: `practice ${practices.indexOf(practiceOf(person)) + 1}` })
  return {
    ...limitsOf(ruleBook, panel?.relaxed),
    pool: rising.map(([person, entry]) => ({
      ...{ entry, ...practice(person) },
      ...factsOf(theCase, person, services[person]),
    })),
    ...(sitting.length > 0 && {
      sitting: sitting
        .map((person) => ({ ...practice(person), ...sittingFacts(theCase, person, services[person]) }))
        .sort(byWhatTheySay),
    }),
    atMostOnePer: 'practice',
    fairBetween: 'practice',
    apart: [],
  }
}

/** What limits are about. @param known of them beyond their nomination */
function factsOf(
  { nomination, ruleBook }: Omit<Drawing, 'conflicts'>,
  person: string,
  known: Pick<Service, 'recent' | 'skills'> | undefined,
): Row {
  const nominee = nomination?.nominees[person]
  const { recent = false, skills = nominee?.skills ?? [] } = known ?? {}
  const has = (name: string) => skills.some((one) => isSameSkill(one, name))
  return {
    profession: nominee?.profession ?? 'other',
    experience: nominee?.experienced || recent ? 'recent' : 'none',
    ...Object.fromEntries(ruleBook.panel.skills.map(({ name }) => [skill(name), has(name) ? yes : 'no'] as const)),
  }
}

/**
 * Of a member, as they counted when they came: what becomes of them later makes no panel break its limits. Nor is it new service to serve
 * out a term (decision 29).
 *
 * @param now what is known of a member who came with the panel of the area
 */
export function sittingFacts(theCase: Omit<Drawing, 'conflicts'>, person: string, now?: Service): Row {
  const { panel } = theCase
  const facts = factsOf(theCase, person, panel?.counted?.[person] ?? now)
  const standing = panel?.standing?.members.find((member) => member.person === person)
  return standing ? { ...facts, experience: standing.experienced ? 'recent' : 'none' } : facts
}

/** Whether any panel fulfils everything: an exact answer, without the solver. @throws Unsolved */
export function isPossible(instance: Instance, everyStep?: EveryStep): boolean {
  const program = programOf(selectionOf(instance, everyStep))
  return (
    heaviest(
      program,
      program.upper.map(() => 0),
      -1,
      'any',
    ) !== undefined
  )
}

/** Puts sitting members in an order that does not show who they are: they have no entry. */
const byWhatTheySay = (one: Row, other: Row): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
