import Fraction from 'fraction.js'
import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import { sum } from '../evaluation/exact.ts'
import { notMembersFaults, notThisMeeting } from '../meeting/attendance.ts'
import { isMember } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import type { Criterion } from '../specification/content.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { tryWeights } from './try.ts'
import type { Tried, Try, WorkshopEvent } from './workshop.ts'

export interface HoldWorkshop extends Try {
  conclusion: string
  person: string
  /** The planned meeting that it was held in today, and who was there. */
  planned?: number | undefined
  present?: string[] | undefined
}

/**
 * How the samples would come out. The case must have its versions loaded.
 * @throws Refusal `Invalid` with everything that does not fit; `WrongStage` once the specification is the market's
 */
export function tried(theCase: Case, { version, ...attempt }: Try, person: string): Tried {
  mustBeIn(theCase, 'specification')
  const { panel, versions = {} } = theCase
  refuseUnless(
    isMember(panel, person),
    'NotAllowed',
    'Only members of this panel who are not excluded can hold its workshop.',
  )
  const weighed = versions[version]
  refuseUnless(weighed, 'NotFound', `There is no version ${version} of this specification.`)
  const { criteria } = weighed.content
  const faults = misfits(criteria, attempt)
  if (faults.length > 0) throw new Refusal('Invalid', 'These samples cannot be ranked yet.', faults)
  return tryWeights(criteria, attempt)
}

/** Keeps the workshop on the record as it was, so that it can be shown later that it was held before the publication. */
export function holdWorkshop(
  theCase: Case,
  { conclusion, person, planned, present, ...attempt }: HoldWorkshop,
  at: Instant,
): WorkshopEvent[] {
  const outcome = tried(theCase, attempt, person)
  const there = present && [...new Set(present)].sort()
  const faults = [
    ...notThisMeeting(theCase, { planned, heldOn: londonDate(at), at }),
    ...notMembersFaults(theCase, there ?? []),
    ...(planned !== undefined && !there?.length ? [{ path: ['present'], message: 'Enter who was there' }] : []),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'The record of this workshop is not complete.', faults)
  const number = Object.keys(theCase.workshops ?? {}).length + 1
  const met = { ...(planned !== undefined && { planned }), ...(there && { present: there }) }
  return [{ type: 'WorkshopHeld', data: { number, ...attempt, ...outcome, ...met, conclusion, person } }]
}

function misfits(criteria: readonly Criterion[], { weights, priceShare, samples }: Omit<Try, 'version'>): Fault[] {
  const ids = criteria.map(({ id }) => id)
  const total = sum(ids.map((id) => new Fraction(weights[id] ?? 0))).add(priceShare)
  const names = samples.map(({ name }) => name)
  return [
    ...(ids.length === 0 ? [{ path: ['version'], message: 'This version has no criteria to weigh' }] : []),
    ...ids
      .filter((id) => weights[id] === undefined)
      .map((id) => ({ path: ['weights', id], message: `Enter a weight for “${titleOf(criteria, id)}”` })),
    ...Object.keys(weights)
      .filter((id) => !ids.includes(id))
      .map((id) => ({ path: ['weights', id], message: 'This criterion is not in this version' })),
    ...(total.equals(100)
      ? []
      : [
          {
            path: ['priceShare'],
            message: `The weights and the price share must add up to exactly 100. They add up to ${total.toFraction(true)}`,
          },
        ]),
    ...samples.flatMap(({ name, scores }, index) => [
      ...(names.indexOf(name) < index
        ? [{ path: ['samples', index, 'name'], message: `Another sample is called “${name}”` }]
        : []),
      ...ids
        .filter((id) => scores[id] === undefined)
        .map((id) => ({
          path: ['samples', index, 'scores', id],
          message: `Choose a score for “${name}” on “${titleOf(criteria, id)}”`,
        })),
      ...Object.keys(scores)
        .filter((id) => !ids.includes(id))
        .map((id) => ({
          path: ['samples', index, 'scores', id],
          message: 'This criterion is not in this version',
        })),
    ]),
  ]
}

const titleOf = (criteria: readonly Criterion[], id: string): string =>
  criteria.find((criterion) => criterion.id === id)?.title || id
