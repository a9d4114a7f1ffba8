import { digest } from '../record/chain.ts'
import { type Fault, Refusal } from '../refusal.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { type Declaration, type Interest, interestsIn, type Relation, relationsIn } from './declaration.ts'
import type { RegisterEvent } from './register.ts'

/**
 * Somebody says what interests they have, or that they have none (requirements §4).
 * @param known whether the register of people knows somebody
 * @throws Refusal `Invalid` with everything that is wrong
 */
export function declare(
  { person, declaration }: { person: string; declaration: Declaration },
  at: Instant,
  known: (person: string) => boolean,
): RegisterEvent[] {
  const faults = declarationFaults({ person, declaration }, at, known).map(under('declaration'))
  if (faults.length > 0) throw new Refusal('Invalid', 'This declaration cannot be accepted as it is.', faults)
  return [{ type: 'InterestsDeclared', data: { person, declaration } }]
}

/** Everything wrong with what somebody says of themselves beside its form, at once. */
export function declarationFaults(
  { person, declaration }: { person: string; declaration: Declaration },
  at: Instant,
  known: (person: string) => boolean,
): Fault[] {
  return [
    ...interestsIn(declaration).flatMap((interest, index) =>
      [...interestFaults(interest, at), ...twiceFaults(interestsIn(declaration), index)].map(under('interests', index)),
    ),
    ...relationsIn(declaration).flatMap((relation, index) =>
      relationFaults(person, relation, at, known).map(under('relations', index)),
    ),
  ]
}

/** Where a fault of a part is in the whole. */
export const under =
  (...place: Fault['path']) =>
  ({ path, message }: Fault): Fault => ({ path: [...place, ...path], message })

/** What is wrong with an interest beside its form, whoever enters it. */
export function interestFaults({ endedOn, kind, detail, basisPoints }: Interest, at: Instant): Fault[] {
  return [
    ...endFaults(endedOn, at),
    ...((kind === 'gift' || kind === 'other') && detail === ''
      ? [{ path: ['detail'], message: 'Say in a few words what it is' }]
      : []),
    ...(basisPoints !== undefined && kind !== 'owner'
      ? [{ path: ['basisPoints'], message: 'Only an owner can have a share' }]
      : []),
  ]
}

/** Faults of an interest that is declared twice: it would count twice. */
const twiceFaults = (interests: readonly Interest[], index: number): Fault[] =>
  interests.findIndex((one) => digest(one) === digest(interests[index])) < index
    ? [{ path: ['organisationId'], message: 'You entered this twice. Take one of them out' }]
    : []

function relationFaults(
  person: string,
  { personId, endedOn }: Relation,
  at: Instant,
  known: (person: string) => boolean,
): Fault[] {
  const stranger = 'The register of people does not know this person'
  return [
    ...(personId === person ? [{ path: ['personId'], message: 'Choose somebody other than yourself' }] : []),
    ...(personId !== person && !known(personId) ? [{ path: ['personId'], message: stranger }] : []),
    ...endFaults(endedOn, at),
  ]
}

const endFaults = (endedOn: string | undefined, at: Instant): Fault[] =>
  endedOn !== undefined && endedOn > londonDate(at)
    ? [{ path: ['endedOn'], message: 'Enter a date that is not in the future' }]
    : []
