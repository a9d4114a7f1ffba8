import { describe, expect, test } from 'vitest'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { organisationCalled, plainName, suggestions } from '../../../domain/register/names.ts'

const organisation = (id: string, name: string, more: Partial<Organisation> = {}): Organisation => ({
  ...{ id, name, kind: 'provider', aliases: [], owns: [], areas: [] },
  ...more,
})
const all = [
  organisation('hearthlight', 'Hearthlight Counselling CIC', { aliases: ['The Listening Service'] }),
  organisation('northmere', 'Northmere Talking Therapies Ltd', { formerNames: ['Northmere Counselling'] }),
  organisation('cloverbank', 'Cloverbank Community NHS Trust'),
]

describe('names of organisations', () => {
  test('are the same whatever their case, accents and punctuation', () => {
    expect(plainName('  St. Ann’s & Café (Ltd) ')).toBe('st anns and cafe ltd')
    expect(organisationCalled('HEARTHLIGHT counselling, C.I.C.', all)).toBeUndefined()
    expect(organisationCalled('HEARTHLIGHT counselling, CIC', all)?.id).toBe('hearthlight')
    expect(organisationCalled('the listening service', all)?.id).toBe('hearthlight')
    expect(organisationCalled('Northmere Counselling', all)?.id).toBe('northmere')
    expect(organisationCalled('cloverbank', all)?.id).toBe('cloverbank')
  })

  test('in any script are themselves, and where nothing is left of them, nobody’s', () => {
    const abroad = [...all, organisation('abroad', 'Abroad Ltd', { aliases: ['健康', '???'] })]
    expect(organisationCalled('健康', abroad)?.id).toBe('abroad')
    expect(organisationCalled('平安', abroad)).toBeUndefined()
    expect(organisationCalled('!!', abroad)).toBeUndefined()
    expect(plainName('Ærø Sønderjylland')).toBe('ærø sønderjylland')
  })

  test('that two organisations share are nobody’s', () => {
    const two = [...all, organisation('other', 'Another', { aliases: ['The Listening Service'] })]
    expect(organisationCalled('The Listening Service', two)).toBeUndefined()
  })

  test.each([
    ['Hearthlight Counselling Limited', 'hearthlight'],
    ['Hearth Light Counseling Ltd', 'hearthlight'],
    ['Talking Therapies Northmere', 'northmere'],
    ['Cloverbank Community', 'cloverbank'],
    ['Listening Service', 'hearthlight'],
    ['Heart-light Counsel-ling Co-op', 'hearthlight'],
    ['Northmere Talking Therapies, trading as HomeCare', 'northmere'],
    ['The team of Hearthlight Counselling CIC and friends', 'hearthlight'],
    ['J Smith t/a The Listening Service', 'hearthlight'],
    ['Cloverbank', 'cloverbank'],
  ])('%s is like %s: suggested, and never taken for it', (name, id) => {
    expect(suggestions(name, all)[0]?.organisationId).toBe(id)
    expect(organisationCalled(name, all)).toBeUndefined()
  })

  test('of a few letters are no sign, though they stand in another', () => {
    expect(suggestions('HCC of the valley', [organisation('harbour', 'Harbour', { aliases: ['HCC'] })])).toEqual([])
  })

  test.each(['Stillwater Minds', 'Ltd', '???', 'A'])('%s is like none', (name) =>
    expect(suggestions(name, all)).toEqual([]),
  )
})
