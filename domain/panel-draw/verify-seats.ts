import type { CaseState } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { isBarred } from '../conflict/conflict.ts'
import { pool } from '../nomination/nomination.ts'
import { seated, vacancies } from '../panel/panel.ts'
import { digest } from '../record/chain.ts'
import { seatStandingMembers } from '../standing-panel/decide.ts'
import { thoseWhoFit } from './decide.ts'
import type { DrawEvent } from './draw.ts'
import { relaxationsOf } from './instance/named-relaxations.ts'
import { limitsOf, type RelaxedLimit } from './limits.ts'
import { eligible, instanceOf, isPossible } from './pool.ts'
import { servicesSchema } from './verify-pool.ts'

/**
 * Whether whoever came onto the panel, or off it, without a draw did so as the rules say: nobody is seated, and nobody dropped, by
 * an event that only says so (requirements §5).
 *
 * @param before the case as the record leads to it, up to the event
 * @param previous the event right before it
 */
export function seatProblems(before: CaseState, event: CaseEvent, previous?: CaseEvent): string[] {
  switch (event.type) {
    case 'PanelFilledWithoutDraw':
      return filledProblems(before, event.data)
    case 'StandingMembersSeated':
      return seatStandingMembers(before).some(
        (one) => one.type === event.type && digest(one.data) === digest(event.data),
      )
        ? []
        : ['people: they are not the members of the area’s panel who serve on this case, by the record']
    case 'NoPanelPossible':
      return impossibleProblems(before, event.data)
    case 'ConstraintsRelaxed':
      return relaxedProblems(before, event.data, previous)
    case 'SeatsLapsed':
      return lapsedProblems(before, event.data)
    case 'MemberExcluded':
      return isBarred(before.conflicts, event.data.person)
        ? []
        : [`person: ${event.data.person} has no conflict, by the record, that excludes them`]
    default:
      return []
  }
}

type Data<Type extends DrawEvent['type']> = Extract<DrawEvent, { type: Type }>['data']

/** Not all could be drawn who can be, or others than they. */
function poolProblems(before: CaseState, people: readonly string[], services: unknown): string[] {
  const known = servicesSchema.safeParse(services ?? {})
  if (!known.success) return ['services: they are not what was known of each nominee beyond the record']
  const could = eligible(before, known.data)
  return [
    ...could
      .filter((person) => !people.includes(person))
      .map((person) => `people: ${person} is eligible, by the record, and left out`),
    ...people
      .filter((person) => !could.includes(person))
      .map((person) => `people: ${person} is not eligible, by the record`),
  ]
}

function filledProblems(before: CaseState, { people, services }: Data<'PanelFilledWithoutDraw'>): string[] {
  const vacant = vacancies(before.panel, before.ruleBook)
  return [
    ...poolProblems(before, people, services),
    ...(people.length === vacant ? [] : [`people: ${people.length} took ${vacant} vacant seats without a draw`]),
  ]
}

function impossibleProblems(before: CaseState, { people, services, alternatives }: Data<'NoPanelPossible'>): string[] {
  const problems = poolProblems(before, people, services)
  const known = servicesSchema.safeParse(services ?? {})
  if (problems.length > 0 || !known.success) return problems
  const instance = instanceOf(before, known.data, Object.fromEntries(people.map((person) => [person, person])))
  if (isPossible(instance)) return ['a panel was possible, by the record']
  const wrong = alternatives.filter(({ limits }) => !isPossible({ ...instance, ...limitsWith(before, limits) }))
  // Of several that are equally small any may be shown.
  const steps = (some: { limits: RelaxedLimit[] }[]) => some.map(({ limits }) => stepsOf(limits)).join()
  return wrong.length === 0 && steps(alternatives) === steps(relaxationsOf(instance))
    ? []
    : ['alternatives: they are not the smallest changes that would make a panel possible']
}

const limitsWith = ({ ruleBook, panel }: CaseState, limits: readonly RelaxedLimit[]) =>
  limitsOf(ruleBook, [...(panel?.relaxed ?? []), ...limits])

/** By how many people limits change, in sum. */
const stepsOf = (limits: readonly RelaxedLimit[]): number =>
  limits.reduce((sum, { from, to }) => sum + Math.abs(from - to), 0)

/** A limit gives way only while no panel is possible: as one of the alternatives, or as the approver decided. */
function relaxedProblems(
  before: CaseState,
  { limits }: Data<'ConstraintsRelaxed'>,
  previous: CaseEvent | undefined,
): string[] {
  const { panel } = before
  if (!panel?.impossible) return ['limits: a panel was not said to be impossible, and limits were changed']
  const { alternatives, people } = panel.impossible
  const allowed = previous?.type === 'ProcedureDecided' ? [thoseWhoFit(before, people)] : alternatives
  return allowed.some((one) => digest(one.limits) === digest(limits))
    ? []
    : ['limits: they are none of the smallest changes that the record gives, nor what lets those who are eligible sit']
}

function lapsedProblems(
  { nomination, panel }: CaseState,
  { people, because }: Extract<CaseEvent, { type: 'SeatsLapsed' }>['data'],
): string[] {
  const nominated = nomination ? pool(nomination) : []
  return people.flatMap((person) => {
    if (!seated(panel).includes(person)) return [`people: ${person} has no seat, by the record`]
    if (because === 'no longer nominated' && nominated.includes(person))
      return [`people: ${person} is nominated, by the record`]
    const accepted = panel?.seats[person]?.status === 'accepted'
    return because === undefined && accepted ? [`people: ${person} had accepted the seat, by the record`] : []
  })
}
