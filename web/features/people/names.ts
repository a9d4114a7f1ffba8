import type { Party } from '../../../domain/case/party.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
import type { TimelineEvent } from '../../../functions/api/answers/case.ts'
import type { Registers } from '../../../functions/api/answers/locality.ts'
import { waits } from '../../../workflows/waits.ts'
import { capital } from '../../capital.ts'
import { words } from './words.ts'

/** Says names where the record says identifiers. Somebody whose name is not ours to know is told by what they are. */
export interface Names {
  place(id: string): string
  area(id: string): string
  party(party: Party): string
  /** Everybody in a list: `the programme manager and Ashlarke Surgery`; many are counted by kind. */
  parties(parties: Party[]): string
  /** The same with the names of many after their number, where every name is ours to know. */
  everyOne(parties: Party[]): string
  actor(actor: TimelineEvent['by']): string
  /** A told sentence, with the identifiers in it as names. */
  in(sentence: string): string
}

/** Above this many, they are counted. */
const mostNamed = 3

/** @param known names that a page was told besides the registers, by identifier */
export function namesFrom(
  registers: Registers | undefined,
  self: string | undefined,
  known: Record<string, string> = {},
): Names {
  const places = new Map(
    [...(registers?.organisations ?? []), ...(registers?.practices ?? [])].map((x) => [x.id, x.name]),
  )
  const people = new Map([
    ...(registers?.colleagues ?? []).map(({ id, name }) => [id, name] as const),
    ...Object.entries(known),
  ])
  const areas = new Map((registers?.areas ?? []).map(({ id, name }) => [id as string, name]))
  const called = new Map([...people, ...places])
  const ids = [...called.keys()].sort((a, b) => b.length - a.length)
  const pattern = ids.length > 0 ? new RegExp(`(?<![\\w-])(${ids.join('|')})(?![\\w-])`, 'g') : undefined

  const party = (who: Party): string => {
    if (!('id' in who)) return words.kinds[who.kind]
    if (who.kind === 'person') return who.id === self ? words.you : (people.get(who.id) ?? words.kinds.person)
    return places.get(who.id) ?? words.kinds[who.kind]
  }
  const counted = (parties: Party[]): string[] => {
    if (parties.length <= mostNamed) return parties.map(party)
    return [...Map.groupBy(parties, ({ kind }) => kind)].flatMap(([kind, some]) =>
      some.length === 1 ? some.map(party) : `${some.length} ${words.plurals[kind]}`,
    )
  }
  const parties = (all: Party[]) => words.list.format(all.length === 0 ? [words.nobody] : [...new Set(counted(all))])
  return {
    party,
    parties,
    everyOne: (all) => {
      const each = [...new Set(all.map(party))]
      return all.length > mostNamed && each.length === all.length
        ? `${parties(all)}: ${words.list.format(each)}`
        : parties(all)
    },
    place: (id) => places.get(id) ?? id,
    area: (id) => areas.get(id) ?? id,
    actor: (who) => {
      if ('step' in who) return words.workflow
      if (!('person' in who)) return words.capacities[who.as]
      if (who.person === self) return words.you
      const name = people.get(who.person)
      return name ? `${name}, ${words.capacities[who.as]}` : words.capacities[who.as]
    },
    in: (sentence) => (pattern ? sentence.replaceAll(pattern, (id) => called.get(id) ?? id) : sentence),
  }
}

/** A person by name where it is ours to know; else by what they are. */
export const personName = (names: Names, person: string): string => names.party({ kind: 'person', id: person })

/** The same where it stands by itself, in a table or among choices: `You`. A name is written as it is. */
export function personAlone(names: Names, person: string): string {
  const said = personName(names, person)
  return said === words.you || said === words.kinds.person ? capital(said) : said
}

/** Who took part, each by name: `You, Dr Aster Vale, Mx Reed`. */
export const peopleListed = (names: Names, people: string[]): string =>
  people.map((person, place) => (place === 0 ? personAlone : personName)(names, person)).join(', ')

/** Who is waited for: by name, or who that wait is for where nobody is named. */
export const whoOf = (wait: WaitName, parties: Party[], names: Names): string =>
  parties.length > 0 ? names.parties(parties) : waits[wait].who

/** The same, everybody by name. */
export const everyOneOf = (wait: WaitName, parties: Party[], names: Names): string =>
  parties.length > 0 ? names.everyOne(parties) : waits[wait].who
