import { expect, test } from 'vitest'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import { organisationSchema, type Person, personSchema } from '../../../domain/locality/locality.ts'
import { entryName } from '../../../domain/register/strike.ts'
import { verifyRegister } from '../../../domain/register/verify.ts'
import { recheckConflicts } from '../../../functions/conflicts/recheck.ts'
import { loadLocality } from '../../../functions/load-register/load-locality.ts'
import { commitRegister } from '../../../functions/store/commit-register.ts'
import { exportRegister, readOwnPast } from '../../../functions/store/register-past.ts'
import { loadRegister } from '../../../functions/store/register-store.ts'
import { caseId, mailWorld } from '../events/mail-world.ts'

/** The register of people forgets nobody at once: where somebody belonged bars them for as long as any tie that ended (requirements §4). */

const provider = organisationSchema.parse({
  ...{ id: 'hearthlight', name: 'Hearthlight', kind: 'provider', areas: ['mental-health'] },
})
const olive: Person = personSchema.parse({
  ...{ id: 'olive', name: 'Olive', email: 'olive@example.org', profession: 'other' },
  ...{ roles: ['provider', 'observer'], organisationId: 'hearthlight' },
})
const { organisationId: _, ...gone } = olive

/** Olive, a user of somebody who provides the service; whoever the file then says she is, and whether she is locked out. */
async function lived() {
  const { deps, at } = await mailWorld()
  const load = (people: Person[]) => loadLocality(deps, { people, practices: [], organisations: [provider] })
  const entry = async () => (await loadRegister(deps)).entries.find(({ person }) => person === olive.id)
  await load([olive])
  return {
    ...{ deps, at, load, entry },
    lockedOut: async () => excludedFrom(await recheckConflicts(deps, caseId, 'register')).get(olive.id),
    told: async () => (await readOwnPast(deps, olive.id)).map(({ type, data }) => ({ type, data })),
  }
}

test('who is taken off a provider stays locked out for 24 months, and the record says since when', async () => {
  const { deps, at, load, lockedOut, told, entry } = await lived()
  expect(await lockedOut()).toMatch(/^The register: belongs to Hearthlight, .+ \(bar-this-case\)$/)
  expect(await told()).toEqual([])

  at('2026-07-01T09:00:00.000Z')
  await load([gone])
  const ended = { type: 'BelongingChanged', data: { person: 'olive', began: [], ended: ['hearthlight'] } }
  expect(await told()).toEqual([ended])
  expect(await lockedOut()).toContain('belonged to Hearthlight until 2026-07-01')
  // Loaded again, it says nothing new.
  await load([gone])
  expect(await told()).toEqual([ended])

  at('2028-07-01T09:00:00.000Z')
  expect(await lockedOut()).toContain('(bar-ended-tie)')
  at('2028-07-02T09:00:00.000Z')
  expect(await lockedOut()).toBe(undefined)
  expect((await entry())?.belonged).toHaveLength(1)
  expect(verifyRegister(await exportRegister(deps)).problems).toEqual([])
})

test('who belongs there again is told so, and one who never did is let in when it is struck out', async () => {
  const { deps, load, lockedOut, told, entry } = await lived()
  await load([gone])
  await load([olive])
  expect((await told())[0]?.data).toEqual({ person: 'olive', began: ['hearthlight'], ended: [] })
  expect(await lockedOut()).toContain('belongs to Hearthlight')
  await load([gone])
  const [interest] = (await entry())?.belonged ?? []
  if (!interest) throw new Error('Nothing was kept.')
  const data = { person: olive.id, interest, reason: 'Another Olive.' }
  const by = { step: 'somebody' }
  await commitRegister(deps, await loadRegister(deps), {
    events: [{ type: 'InterestStruck', data }],
    by,
    at: deps.now(),
  })
  expect(entryName(interest)).toMatch(/^[0-9a-f]{64}$/)
  expect(await lockedOut()).toBe(undefined)
})
