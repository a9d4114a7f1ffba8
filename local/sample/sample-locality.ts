import { z } from 'zod'
import {
  type Organisation,
  organisationSchema,
  type Person,
  type Practice,
  personSchema,
  practiceSchema,
} from '../../domain/locality/locality.ts'
import { monthsAfter } from '../../domain/time/day.ts'
import { londonDate } from '../../domain/time/instant.ts'
import { type SampleInterest, sampleInterests } from './interests.ts'
import { sampleOrganisations } from './organisations.ts'
import { officers, providerPeople } from './other-people.ts'
import { practicePeople } from './practice-people.ts'
import { samplePractices } from './practices.ts'

export interface SampleLocality {
  people: Person[]
  practices: Practice[]
  organisations: Organisation[]
  interests: SampleInterest[]
}

type PersonRow = z.input<typeof personSchema>

/**
 * The invented locality that a fresh data folder begins with.
 * @param now an instant; the dates of past panels and ended ties lie before it
 */
export function sampleLocality(now: string): SampleLocality {
  const monthsAgo = (months: number) => monthsAfter(londonDate(now), -months)
  const people: PersonRow[] = [
    ...practicePeople.map(
      ([name, practiceId, profession, skills = [], panelsMonthsAgo = []]): PersonRow => ({
        ...named(name, practiceId),
        roles: ['practice'],
        profession,
        practiceId,
        skills,
        panelsFormedOn: panelsMonthsAgo.map(monthsAgo),
      }),
    ),
    ...officers.map(
      ([name, role, skills = []]): PersonRow => ({
        ...named(name, 'ferrowdale'),
        roles: [role],
        profession: 'other',
        skills,
      }),
    ),
    ...providerPeople.map(
      ([name, organisationId, skills = []]): PersonRow => ({
        ...named(name, organisationId),
        roles: ['provider'],
        profession: 'other',
        organisationId,
        skills,
      }),
    ),
  ]
  return {
    people: z.array(personSchema).parse(people.map((person) => ({ ...person, id: numberOf(person.id) }))),
    practices: z.array(practiceSchema).parse(samplePractices),
    organisations: z.array(organisationSchema).parse(sampleOrganisations),
    interests: sampleInterests(monthsAgo).map((interest) => ({ ...interest, personId: numberOf(interest.personId) })),
  }
}

/** Written by name here, so that a row can be read; known by number everywhere else: names never stand in keys or logs. */
const spelling = [...practicePeople, ...officers, ...providerPeople].map(([name]) => spelled(name))

function numberOf(id: string): string {
  const place = spelling.indexOf(id)
  if (place < 0) throw new Error(`The sample locality knows nobody called ${id}.`)
  return `person-${String(place + 1).padStart(2, '0')}`
}

function spelled(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

function named(name: string, place: string): { id: string; name: string; email: string } {
  const id = spelled(name)
  return { id, name, email: `${id.replace(/^(dr|professor)-/, '')}@${place}.example` }
}
