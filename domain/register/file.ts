import type { Organisation } from '../locality/locality.ts'
import type { Fault } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import type { Declaration } from './declaration.ts'
import { declarationFaults, under } from './declare.ts'
import { keepingItsNames, organisationFaults } from './organisation.ts'

/** What a file says that is put into the register. */
export interface RegisterFile {
  people: readonly { id: string }[]
  practices: readonly { id: string }[]
  organisations: readonly Organisation[]
  declarations: readonly { person: string; declaration: Declaration; declaredAt: Instant }[]
}

/**
 * Everything that the rules of the register have against a file, at once: those that hold of one change at a time hold of all
 * changes of the file together (requirements §4).
 *
 * @param organisations what the register has until now
 * @param known whether the register of people knows somebody whom the file does not name
 */
export function fileFaults(
  organisations: readonly Organisation[],
  { people, practices, organisations: said, declarations }: RegisterFile,
  at: Instant,
  known: (person: string) => boolean,
): Fault[] {
  const named = new Set(people.map(({ id }) => id))
  const isKnown = (person: string) => named.has(person) || known(person)
  const before = new Map(organisations.map((one) => [one.id, one]))
  const after = said.map((one) => keepingItsNames(before.get(one.id), one))
  const all = [...new Map([...organisations, ...after].map((one) => [one.id, one])).values()]
  return [
    ...twice('practices', practices, ({ id }) => id, 'practice'),
    ...twice('organisations', said, ({ id }) => id, 'organisation'),
    ...twice('people', people, ({ id }) => id, 'person'),
    ...twice('declarations', declarations, ({ person }) => person, 'person'),
    ...after.flatMap((one, index) => {
      const was = before.get(one.id)
      const beside = [...all.filter(({ id }) => id !== one.id), ...(was ? [was] : [])]
      return organisationFaults(beside, one, at).map(under('organisations', index))
    }),
    ...declarations.flatMap((one, index) =>
      [
        ...(isKnown(one.person)
          ? []
          : [{ path: ['person'], message: 'The register of people does not know this person' }]),
        ...(one.declaredAt > at ? [{ path: ['declaredAt'], message: 'Enter a time that is not in the future' }] : []),
        ...declarationFaults(one, at, isKnown).map(under('declaration')),
      ].map(under('declarations', index)),
    ),
  ]
}

/** Faults of a file that says two different things of the same one: neither can be taken. */
function twice<T>(list: string, all: readonly T[], idOf: (one: T) => string, what: string): Fault[] {
  const first = new Map<string, number>()
  return all.flatMap((one, index): Fault[] => {
    const id = idOf(one)
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, index)
    return earlier === undefined
      ? []
      : [{ path: [list, index], message: `${list}[${earlier}] is of the same ${what}, ${id}: take one of them out` }]
  })
}
