import { describe, expect, test } from 'vitest'
import { sourceProblems } from '../../../domain/panel-draw/verify-source.ts'
import { later } from './drawing.ts'
import { terms, theCase, withTerms } from './recorded-draw.ts'

describe('what a draw names', () => {
  const problems = (change: object) => sourceProblems(theCase, withTerms(change))

  test('is what the rules of the case name', () => expect(problems({})).toEqual([]))

  test.each([
    ['a later round', { source: { ...terms.source, round: 9_000_000 } }, 'source'],
    ['a shorter notice', { noticeHours: 1 }, 'noticeHours'],
    ['no fallback', { fallback: null }, 'fallback'],
    [
      'a fallback of one’s own',
      {
        fallback: {
          ...{ kind: 'public-numbers', sources: ['Whatever I say'], publishedFrom: later(25) },
          numbers: { count: 1, lowest: 0, highest: 9999 },
        },
      },
      'fallback',
    ],
  ])('with %s is found', (_, change, line) =>
    expect(problems(change)).toEqual([`terms.${line}: it is not what the rules of the case name`]),
  )
})
