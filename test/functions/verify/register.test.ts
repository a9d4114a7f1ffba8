import { describe, expect, test } from 'vitest'
import { chain, GENESIS } from '../../../domain/record/chain.ts'
import { REGISTER, type RegisterExport, registerExport } from '../../../domain/register/export.ts'
import { RegisterPast } from '../../../domain/register/past.ts'
import { registerIn } from '../../../functions/verify/register.ts'

const by = { step: 'load-register' }
const at = '2026-01-05T09:00:00.000Z'

/** The record of a register, intact, whatever its events say. */
function recordOf(...told: { type: string; data: unknown }[]): RegisterExport {
  const events: RegisterExport['events'] = []
  for (const { type, data } of told) {
    const payload = { salt: 'a', data }
    events.push({ entry: chain(events.at(-1)?.entry ?? GENESIS, { caseId: REGISTER, at, by, type }, payload), payload })
  }
  const { sequence, hash } = events.at(-1)?.entry ?? GENESIS
  return registerExport({ head: { sequence, hash }, events })
}
const loaded = { organisations: [], people: [] }
const now = { type: 'RegisterLoaded', data: { ...loaded, belonging: { bones: ['ann'] } } }
const read = (text: string) => registerIn(new TextEncoder().encode(text))

describe('the record of the register, to make the checks of a case again from it', () => {
  test('is taken where it says what checks rest on', () => {
    const past = read(JSON.stringify(recordOf(now)))
    expect(past).toBeInstanceOf(RegisterPast)
    expect((past as RegisterPast).after(1).works.get('ann')).toEqual(['bones'])
  })

  test.each<[string, string, string]>([
    ['cut short', '{"format":', 'it is not JSON'],
    ['another file', '{"format":"redesign-panels/record/1"}', 'it is no export of the register of interests'],
    [
      'changed',
      JSON.stringify({ ...recordOf(now), head: { sequence: 1, hash: 'a'.repeat(64) } }),
      'but says of itself',
    ],
    [
      'of an earlier release',
      JSON.stringify(recordOf(now, { type: 'RegisterLoaded', data: loaded })),
      'event 2 (RegisterLoaded): it was written by an earlier release, and does not say who belongs where',
    ],
    [
      'with an event that says nothing',
      JSON.stringify(recordOf({ type: 'InterestsDeclared', data: { person: 'ann' } })),
      'event 1 (InterestsDeclared): it is not written as such an event is',
    ],
    [
      'with an organisation that has no name',
      JSON.stringify(
        recordOf(now, { type: 'OrganisationRecorded', data: { organisation: { id: 'bones' }, reason: '' } }),
      ),
      'event 2 (OrganisationRecorded): it is not written as such an event is',
    ],
  ])('is told in a sentence why it cannot be used: %s', (_, text, problem) => {
    expect(read(text)).toEqual({ problem: expect.stringContaining(problem) })
  })
})
