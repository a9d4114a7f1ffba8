import { describe, expect, test } from 'vitest'
import { namesFrom, peopleListed, personAlone } from '../../../../web/features/people/names.ts'

const names = namesFrom(
  {
    practices: [
      { id: 'ashlarke', name: 'Ashlarke Surgery', listSize: 1 },
      { id: 'ash', name: 'The Ash Practice', listSize: 1 },
    ],
    organisations: [{ id: 'hearthlight', name: 'Hearthlight CIC', kind: 'provider', aliases: [], owns: [], areas: [] }],
    areas: [{ id: 'diagnostics', name: 'Diagnostics', level: 1 }],
    colleagues: [{ id: 'dr-one', name: 'Dr One', profession: 'gp', roles: ['practice'] }],
  },
  'me',
)
const practice = (id: string) => ({ kind: 'practice', id }) as const

describe('names', () => {
  test('stand where a sentence has identifiers, and only there', () => {
    expect(names.in('A person of ashlarke was nominated; ash-like and crash are words, ash is a practice.')).toBe(
      'A person of Ashlarke Surgery was nominated; ash-like and crash are words, The Ash Practice is a practice.',
    )
  })

  test('of those waited for are listed; many are counted by kind', () => {
    expect(names.parties([practice('ashlarke'), { kind: 'programme-manager' }])).toBe(
      'Ashlarke Surgery and the programme manager',
    )
    const many = [practice('ashlarke'), practice('ash'), practice('third'), { kind: 'person', id: 'dr-one' } as const]
    expect(names.parties(many)).toBe('3 practices and Dr One')
    expect(names.parties([])).toBe('nobody')
    const [one, two, , dr] = many
    expect(names.everyOne(many.slice(0, 2))).toBe(names.parties(many.slice(0, 2)))
    const known = [one, two, dr, { kind: 'programme-manager' }].flatMap((party) =>
      party ? [party] : [],
    ) as typeof many
    expect(names.everyOne(known)).toBe(
      '2 practices, Dr One and the programme manager: Ashlarke Surgery, The Ash Practice, Dr One and the programme manager',
    )
    // A practice whose name is not known is not told apart: then they stay counted.
    expect(names.everyOne([...many, practice('fourth')])).toBe('4 practices and Dr One')
  })

  test('that are not ours to know are told by what somebody is', () => {
    expect(names.actor({ person: 'me', as: 'practice' })).toBe('you')
    expect(names.actor({ person: 'dr-one', as: 'nominee' })).toBe('Dr One, nominee')
    expect(names.actor({ person: 'dr-two', as: 'panel-member' })).toBe('panel member')
    expect(names.actor({ as: 'provider' })).toBe('provider')
    expect(names.actor({ step: 'draw-the-panel' })).toBe('the workflow')
  })

  test('that stand alone begin with a capital where they are words, and are written as they are where they are names', () => {
    expect(['me', 'dr-one', 'dr-two'].map((person) => personAlone(names, person))).toEqual([
      'You',
      'Dr One',
      'A person taking part',
    ])
    expect([peopleListed(names, ['me', 'dr-one']), peopleListed(names, ['dr-one', 'me'])]).toEqual([
      'You, Dr One',
      'Dr One, you',
    ])
  })

  test('are never missing before they are known', () => {
    expect(namesFrom(undefined, undefined).in('A person of ashlarke.')).toBe('A person of ashlarke.')
  })
})
