import { expect, test } from 'vitest'
import type { Stage } from '../../../domain/case/case.ts'
import { couldBearOn } from '../../../domain/conflict/could-bear-on.ts'
import { evolveRegister, type RegisterEvent } from '../../../domain/register/register.ts'
import { caseIn } from '../case-in.ts'
import { entry, organisations, tied, today } from './locality.ts'

const before = { version: '7-abc', organisations, entries: [entry('ann', [tied('bones', 'director')])] }
const bears = (stage: Stage, ...events: RegisterEvent[]): boolean =>
  couldBearOn(caseIn(stage), { before, after: evolveRegister(before, events, today), people: [], at: today })
const recorded = (id: string, more: object): RegisterEvent => {
  const known = organisations.find((one) => one.id === id)
  if (!known) throw new Error(`There is no ${id}.`)
  return { type: 'OrganisationRecorded', data: { organisation: { ...known, ...more }, reason: 'I heard so.' } }
}
const said = (organisationId: string, kind: Parameters<typeof tied>[1]): RegisterEvent => ({
  type: 'InterestRecorded',
  data: { person: 'ann', interest: { ...tied(organisationId, kind, { detail: 'A dinner.' }), source: 'A letter' } },
})

test.each<[string, RegisterEvent, boolean]>([
  ['a provider of the service takes it up', recorded('bones', { areas: ['mental-health'] }), true],
  [
    'somebody’s organisation buys one',
    recorded('bones', { owns: [{ organisationId: 'northmere', basisPoints: 900 }] }),
    true,
  ],
  ['a tie to a provider is said', said('hearthlight', 'paid-adviser'), true],
  ['a gift of anybody is said', said('bones', 'gift'), true],
  ['a tie to who has no stake is said', said('bones', 'employee'), false],
  ['an organisation that nobody has a tie to changes', recorded('holding', { aliases: ['The Holding'] }), false],
])('before there may be tenders an entry bears on a case if anybody would stand otherwise: %s', (_, event, bearing) => {
  expect(bears('nomination', event)).toBe(bearing)
})

test('once there may be tenders every entry could, and of an ended case none does', () => {
  const alias = recorded('holding', { aliases: ['The Holding'] })
  expect(bears('tender', alias)).toBe(true)
  expect(bears('evaluation', alias)).toBe(true)
  const ended = caseIn('evaluation')
  const change = { before, after: evolveRegister(before, [alias], today), people: [], at: today }
  expect(
    couldBearOn(
      {
        ...ended,
        life: {
          ...ended.life,
          status: 'ended' as const,
          endedAt: today,
          outcome: 'withdrawn' as const,
          reason: 'At their wish.',
        },
      },
      change,
    ),
  ).toBe(false)
})
