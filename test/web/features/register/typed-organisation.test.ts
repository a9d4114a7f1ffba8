import { describe, expect, test } from 'vitest'
import {
  basisPointsOf,
  circleThrough,
  identifierFor,
  noHolding,
  organisationField,
  organisationFrom,
  typedFrom,
} from '../../../../web/features/register/typed-organisation.ts'

const organisation = (id: string, ...owns: string[]) => ({
  ...{ id, name: id, kind: 'provider' as const, aliases: [], areas: [] },
  owns: owns.map((organisationId) => ({ organisationId, basisPoints: 100 })),
})

describe('an organisation as it is typed', () => {
  test('is recorded as it was, where nothing is typed', () => {
    const recorded = {
      ...organisation('north', 'south'),
      aliases: ['The North'],
      formerNames: ['Old North'],
      areas: ['diagnostics'],
      intends: [],
      owns: [{ organisationId: 'south', basisPoints: 1250, since: '2025-03-27' }],
      owned: [{ organisationId: 'south', basisPoints: 5, endedOn: '2025-03-26' }],
      served: [{ area: 'outpatients', endedOn: '2024-12-01' }],
    }
    expect(organisationFrom('north', typedFrom(recorded))).toEqual(recorded)
  })

  test.each([
    ['12.5', 1250],
    ['0,01 %', 1],
    ['100', 10_000],
    ['100.01', undefined],
    ['0', undefined],
    ['1.234', undefined],
    ['-5', undefined],
    ['', undefined],
  ])('a share of “%s” is %s hundredths of a per cent', (typed, basisPoints) => {
    expect(basisPointsOf(typed)).toBe(basisPoints)
  })

  test('gets an identifier from its name, and another where that is taken', () => {
    expect(identifierFor('St. Ann’s (Ltd)', [])).toBe('st-ann-s-ltd')
    expect(identifierFor('North', ['north', 'north-2'])).toBe('north-3')
    expect(identifierFor('…', [])).toMatch(/^[a-z0-9][a-z0-9-]{1,62}$/)
  })

  test('tells a circle of ownership, in however many steps, and ends in one', () => {
    const others = [organisation('a', 'b'), organisation('b', 'c'), organisation('c', 'b', 'x'), organisation('d')]
    expect(circleThrough('x', ['a', 'd', '', noHolding.organisationId], others)).toEqual(['a'])
    expect(circleThrough('y', ['a', 'b'], others)).toEqual([])
  })

  test('shows a fault of the command at its field', () => {
    expect(organisationField('/organisation/owns/2/basisPoints')).toBe('share-2')
    expect(organisationField('/organisation/aliases/0')).toBe('aliases')
    expect(organisationField('/reason')).toBe('reason')
    expect(organisationField('/elsewhere')).toBeUndefined()
  })
})
