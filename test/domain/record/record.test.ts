import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { entryHash } from '../../../domain/record/chain.ts'
import type { Export } from '../../../domain/record/export.ts'
import { verifyExport } from '../../../domain/record/verify.ts'
import { accepted } from '../story.ts'
import { recordOf, whole } from './whole.ts'

const changed = (edit: (copy: Export) => void): Export => {
  const copy = structuredClone(whole)
  edit(copy)
  return copy
}

/** The event at a place; a test that names a place that is not there is wrong. */
function at(record: Export, index: number): Export['events'][number] {
  const found = record.events[index]
  if (!found) throw new Error(`There is no event at ${index}.`)
  return found
}

describe('the record (requirements §8)', () => {
  test('a whole one is intact, and leads to the state of the case', () => {
    expect(verifyExport(whole)).toMatchObject({ problems: [], events: 6, erased: [], state: { life: { attempt: 3 } } })
  })

  test('an erased payload leaves the chain intact where the record says that it was erased', () => {
    const said = recordOf(
      [
        ...accepted,
        { type: 'CasePaused', data: { reason: 'Holidays' } },
        { type: 'ErasureAsked', data: { sequence: 5, reason: 'Asked for' } },
        { type: 'PayloadErased', data: { sequence: 5, reason: 'Agreed' } },
      ],
      { 6: { person: 'person-49', as: 'deputy-programme-manager' } },
    )
    expect(verifyExport(said).problems[0]).toContain(
      'the record says that what it said was erased, but it is still there',
    )
    at(said, 4).payload = null
    expect(verifyExport(said)).toMatchObject({ problems: [], erased: [5] })
    at(said, 1).payload = null
    expect(verifyExport(said).problems).toEqual([
      expect.stringContaining('event 2 (WaitOpened): what it said is missing'),
    ])
  })

  test('an erasure by one person alone is found', () => {
    const paused: CaseEvent = { type: 'CasePaused', data: { reason: 'Holidays' } }
    const erased: CaseEvent = { type: 'PayloadErased', data: { sequence: 5, reason: 'I wish' } }
    for (const events of [
      [paused, erased],
      [paused, { type: 'ErasureAsked', data: { sequence: 5, reason: 'I wish' } } as const, erased],
    ]) {
      const said = recordOf([...accepted, ...events])
      at(said, 4).payload = null
      expect(verifyExport(said).problems).toEqual([expect.stringContaining('it takes two')])
    }
  })

  test.each<[string, (copy: Export) => void, string]>([
    [
      'an edited payload',
      (copy) => Object.assign(at(copy, 4).payload ?? {}, { data: { reason: 'Other' } }),
      'event 5 (CasePaused): what it says was changed after it was recorded',
    ],
    [
      'another time',
      (copy) => Object.assign(at(copy, 2).entry, { at: '2026-01-06T09:00:00.000Z' }),
      'event 3 (ProposalAccepted) was changed',
    ],
    [
      'another person',
      (copy) => Object.assign(at(copy, 2).entry, { by: { person: 'person-99', as: 'approver' } }),
      'event 3 (ProposalAccepted) was changed',
    ],
    ['a deletion', (copy) => copy.events.splice(2, 1), 'event 3 is missing'],
    [
      'an insertion',
      (copy) => copy.events.splice(3, 0, structuredClone(at(copy, 1))),
      'event 2 (WaitOpened) comes after event 3: it was moved or inserted',
    ],
    ['a reordering', (copy) => copy.events.splice(2, 2, at(copy, 3), at(copy, 2)), 'event 3 is missing'],
    ['a cut tail', (copy) => copy.events.pop(), 'the record ends at event 5'],
    [
      'an event of another case',
      (copy) => Object.assign(at(copy, 0).entry, { caseId: 'c000000000002' }),
      'event 1 (ProposalSubmitted) belongs to another case',
    ],
  ])('%s is found and named', (_, edit, problem) => {
    expect(verifyExport(changed(edit)).problems.join('\n')).toContain(problem)
  })

  test('a chain rewritten with hashes that fit is found by whoever kept a head', () => {
    const rewritten = recordOf([...accepted, { type: 'CasePaused', data: { reason: 'Another story' } }])
    expect(verifyExport(rewritten).problems).toEqual([])
    expect(verifyExport(rewritten, whole.head).problems[0]).toContain('its end was cut off')
    const head = { sequence: 5, hash: at(whole, 4).entry.hash }
    expect(verifyExport(rewritten, head).problems[0]).toContain('the record was written anew')
    expect(verifyExport(whole, head).problems).toEqual([])
  })

  test.each([
    ['nothing', undefined],
    ['text', 'rubbish'],
    ['no events', { ...whole, events: [] }],
    ['a newer format', { ...whole, format: 'redesign-panels/record/9' }],
  ])('a file of %s is refused in words', (_, input) => {
    expect(verifyExport(input).problems.length).toBeGreaterThan(0)
  })

  test('events that make no case are found, though their chain holds', () => {
    const headless = recordOf([{ type: 'CasePaused', data: { reason: 'First of all' } }])
    expect(verifyExport(headless).problems[0]).toContain('must begin with ProposalSubmitted')
  })

  test('one character changed anywhere in the file is found', () => {
    const text = JSON.stringify(whole)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length - 1 }),
        fc.constantFrom('0', 'f', 'x', '7'),
        (place, letter) => {
          if (text[place] === letter) return
          const altered = `${text.slice(0, place)}${letter}${text.slice(place + 1)}`
          let input: unknown
          try {
            input = JSON.parse(altered)
          } catch {
            return // no longer JSON: the command says so
          }
          expect(verifyExport(input).problems.length).toBeGreaterThan(0)
        },
      ),
      { seed: process.env['LONG'] ? Date.now() : 8, numRuns: process.env['LONG'] ? 20_000 : 1_000 },
    )
  })

  test('the digest of a payload tells nothing without its salt', () => {
    const [one, other] = [recordOf(accepted), recordOf(accepted)]
    Object.assign(at(other, 0).payload ?? {}, { salt: 'f'.repeat(32) })
    expect(verifyExport(other).problems[0]).toContain('what it says was changed after it was recorded')
    expect(entryHash(at(one, 0).entry)).toBe(at(one, 0).entry.hash)
  })
})
