import { expect, test } from 'vitest'
import { type Organisation, organisationSchema } from '../../../domain/locality/locality.ts'
import { fileFaults, type RegisterFile } from '../../../domain/register/file.ts'
import { changesOf, keepingItsNames } from '../../../domain/register/organisation.ts'
import { organisations, tied } from '../conflict/locality.ts'

const at = '2026-06-15T09:00:00.000Z'
const organisation = (id: string, more: object = {}): Organisation =>
  organisationSchema.parse({ id, name: id, kind: 'provider', ...more })
const owner = (id: string, organisationId: string, basisPoints: number) =>
  organisation(id, { owns: [{ organisationId, basisPoints }] })
const declared = (person: string, ...interests: ReturnType<typeof tied>[]) => ({
  ...{ person, declaredAt: '2026-06-01T09:00:00.000Z' },
  declaration:
    interests.length > 0 ? { kind: 'interests' as const, interests } : { kind: 'nothing to declare' as const },
})
const faultsOf = (file: Partial<RegisterFile>) =>
  fileFaults(
    organisations,
    { people: [], practices: [], organisations: [], declarations: [], ...file },
    at,
    (id) => id === 'ann',
  ).map(({ path, message }) => `${path.join('.')}: ${message}`)

test('what the register holds already may be loaded again, and what a file says of itself counts', () => {
  expect(
    faultsOf({
      people: [{ id: 'bob' }],
      organisations: [
        ...organisations,
        organisation('new', { owns: [{ organisationId: 'newer', basisPoints: 10_000 }] }),
        organisation('newer'),
      ],
      declarations: [declared('ann', tied('newer', 'director')), declared('bob')],
    }),
  ).toEqual([])
})

test('all that the rules of the register have against a file is said at once', () => {
  expect(
    faultsOf({
      organisations: [
        organisation('alder', { name: 'Alder Health' }),
        organisation('birch', { name: 'Birch', aliases: ['ALDER, health'] }),
        organisation('cedar', { name: 'Hearthlight', areas: ['mental-health', 'the-moon'], intends: ['nowhere'] }),
        owner('dogwood', 'bones', 9_000),
        owner('elm', 'bones', 9_000),
        owner('fir', 'fir', 100),
        owner('gorse', 'nobody', 100),
      ],
      declarations: [
        declared('ann', tied('bones', 'gift'), tied('bones', 'director', { endedOn: '2026-07-01' })),
        { ...declared('zoe'), declaredAt: '2026-06-16T09:00:00.000Z' },
      ],
    }),
  ).toEqual([
    'organisations.0.name: Birch already has this name',
    'organisations.1.aliases.0: Alder Health already has this name',
    'organisations.2.name: Hearthlight already has this name',
    'organisations.2.areas.1: Choose a commissioning area',
    'organisations.2.intends.0: Choose a commissioning area',
    'organisations.3.owns.0.basisPoints: 90% is owned already: at most 10% is left',
    'organisations.4.owns.0.basisPoints: 90% is owned already: at most 10% is left',
    'organisations.5.owns.0.organisationId: An organisation cannot own itself',
    'organisations.6.owns.0.organisationId: Record that organisation first',
    'declarations.0.declaration.interests.0.detail: Say in a few words what it is',
    'declarations.0.declaration.interests.1.endedOn: Enter a date that is not in the future',
    'declarations.1.person: The register of people does not know this person',
    'declarations.1.declaredAt: Enter a time that is not in the future',
  ])
})

test('nobody and nothing is in a file twice', () => {
  const one = { id: 'bob' }
  expect(
    faultsOf({
      people: [one, { id: 'cat' }, one],
      practices: [one, one],
      organisations: [organisation('alder'), organisation('alder')],
      declarations: [declared('ann'), declared('ann')],
    }),
  ).toEqual([
    'practices.1: practices[0] is of the same practice, bob: take one of them out',
    'organisations.1: organisations[0] is of the same organisation, alder: take one of them out',
    'people.2: people[0] is of the same person, bob: take one of them out',
    'declarations.1: declarations[0] is of the same person, ann: take one of them out',
  ])
})

test('a name that a file gives up is kept as a former one, and so are those that it does not know', () => {
  const before = organisation('alder', { name: 'Alder Two', formerNames: ['Alder One'] })
  const renamed = keepingItsNames(before, organisation('alder', { name: 'Alder Three' }))
  expect(renamed.formerNames).toEqual(['Alder Two', 'Alder One'])
  const again = keepingItsNames(renamed, organisation('alder', { name: 'Alder Three' }))
  expect(changesOf(renamed, again)).toEqual([])
  const back = keepingItsNames(renamed, organisation('alder', { name: 'ALDER ONE' }))
  expect(back.formerNames).toEqual(['Alder Three', 'Alder Two'])
})

test('with the name that it gives up, an organisation has no more former names than can be read again', () => {
  const formerNames = Array.from({ length: 20 }, (_, index) => `Bones ${index}`)
  expect(faultsOf({ organisations: [organisation('bones', { name: 'Marrow', formerNames })] })).toEqual([
    'organisations.0.formerNames: With the name it had before, it has more than 20 former names',
  ])
})
