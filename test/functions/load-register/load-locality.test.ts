import { BatchWriteCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { type Organisation, organisationSchema, personSchema } from '../../../domain/locality/locality.ts'
import type { Declaration } from '../../../domain/register/declaration.ts'
import { organisationCalled } from '../../../domain/register/names.ts'
import type { RegisterEvent } from '../../../domain/register/register.ts'
import { verifyRegister } from '../../../domain/register/verify.ts'
import { loadLocality } from '../../../functions/load-register/load-locality.ts'
import { commitRegister } from '../../../functions/store/commit-register.ts'
import { loadPerson } from '../../../functions/store/locality-store.ts'
import { exportRegister } from '../../../functions/store/register-past.ts'
import { loadRegister } from '../../../functions/store/register-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'

const at = '2026-03-02T09:00:00.000Z'
const alder = organisationSchema.parse({ id: 'alder', name: 'Alder Counselling CIC', kind: 'provider' })
const birch = organisationSchema.parse({ id: 'birch', name: 'Birch Ltd', kind: 'provider' })
const ann = personSchema.parse({
  ...{ id: 'person-01', name: 'Ann Other', email: 'ann@alder.example', profession: 'other' },
  ...{ roles: ['provider'], organisationId: 'alder' },
})
const director: Declaration = {
  kind: 'interests',
  interests: [{ organisationId: 'alder', kind: 'director', detail: '' }],
}
const nothing: Declaration = { kind: 'nothing to declare' }
const january = '2026-01-05T09:00:00.000Z'

/** A table with Ann and two organisations, in which something can be done just before a write. */
async function lived() {
  const { document } = await tableUnderTest()
  const deps = { table: { client: document, name: tableShape.name }, now: () => at }
  const locality = { people: [ann], practices: [], organisations: [alder, birch] }
  await loadLocality(deps, locality)
  const register = () => loadRegister(deps)
  return {
    ...{ deps, locality, register },
    say: async (event: RegisterEvent) => {
      await commitRegister(deps, await register(), { events: [event], by: { step: 'somebody' }, at })
    },
    entry: async () => (await register()).entries.find(({ person }) => person === ann.id),
    named: async (id: string) => (await register()).organisations.find((one) => one.id === id)?.name,
    /** @param before told how many writes went before this one, and whether it is one of events */
    beforeWrites: (before: (writes: number, ofEvents: boolean) => Promise<void>): typeof deps => {
      let writes = 0
      const client: typeof document = Object.create(document, {
        send: {
          async value(...args: Parameters<typeof document.send>) {
            const [command] = args as unknown[]
            if (command instanceof TransactWriteCommand || command instanceof BatchWriteCommand) {
              await before(writes, command instanceof TransactWriteCommand)
              writes += 1
            }
            return document.send(...args)
          },
        },
      })
      return { ...deps, table: { ...deps.table, client } }
    },
  }
}

test('who declares while a file is loaded is not overwritten by what the file says of before', async () => {
  const { locality, beforeWrites, say, entry, deps } = await lived()
  let declared = false
  const meanwhile = beforeWrites(async (_, ofEvents) => {
    if (!ofEvents || declared) return
    declared = true
    await say({ type: 'InterestsDeclared', data: { person: ann.id, declaration: director } })
  })
  const declarations = [{ person: ann.id, declaration: nothing, declaredAt: january }]
  await loadLocality(meanwhile, { ...locality, declarations })
  expect(await entry()).toMatchObject({ declaration: director, declaredAt: at, dropped: [] })
  expect(verifyRegister(await exportRegister(deps)).problems).toEqual([])
})

test('an organisation that somebody changes while a file is loaded is not overwritten unread', async () => {
  const { locality, beforeWrites, say, named } = await lived()
  const record = (organisation: Organisation) =>
    say({ type: 'OrganisationRecorded', data: { organisation, reason: 'The companies register' } })
  let recorded = false
  const meanwhile = beforeWrites(async (_, ofEvents) => {
    if (!ofEvents || recorded) return
    recorded = true
    await record({ ...alder, name: 'Alder Minds' })
  })
  const organisations = [{ ...alder, areas: ['diagnostics'] }, birch]
  await expect(loadLocality(meanwhile, { ...locality, organisations })).rejects.toThrow(
    expect.objectContaining({ name: 'Stale', message: expect.stringContaining('Alder Minds') }),
  )
  expect(await named('alder')).toBe('Alder Minds')
})

test('a name that somebody gives to an organisation while a file is loaded is not given to another by the file', async () => {
  const { locality, beforeWrites, say, named } = await lived()
  const cedar = organisationSchema.parse({ id: 'cedar', name: 'Cedar', kind: 'provider' })
  let recorded = false
  const meanwhile = beforeWrites(async (_, ofEvents) => {
    if (!ofEvents || recorded) return
    recorded = true
    const data = { organisation: { ...cedar, id: 'sorrel' }, reason: 'The companies register' }
    await say({ type: 'OrganisationRecorded', data })
  })
  const loading = loadLocality(meanwhile, { ...locality, organisations: [alder, birch, cedar] })
  await expect(loading).rejects.toMatchObject({ code: 'Invalid', faults: [{ path: ['organisations', 2, 'name'] }] })
  expect([await named('cedar'), await named('sorrel')]).toEqual([undefined, 'Cedar'])
})

test('a file that breaks the rules of the register changes nothing', async () => {
  const { deps, locality, register } = await lived()
  const { head } = await register()
  const broken = {
    people: [{ ...ann, name: 'Somebody Else' }, ann],
    organisations: [
      { ...alder, areas: ['diagnostics'] },
      { ...birch, name: alder.name },
    ],
  }
  await expect(loadLocality(deps, { ...locality, ...broken })).rejects.toMatchObject({
    ...{ code: 'Invalid', message: 'The register cannot hold what this file says.' },
    faults: [{ path: ['people', 1] }, { path: ['organisations', 1, 'name'] }],
  })
  expect((await register()).head).toEqual(head)
  expect((await loadPerson(deps, ann.id))?.person).toEqual(ann)
})

test('what was declared by the old name still means the organisation that a file renames, also when it is loaded again', async () => {
  const { deps, locality, register } = await lived()
  const organisations = [{ ...alder, name: 'Minds Together' }, birch]
  for (const _ of ['once', 'again']) {
    await loadLocality(deps, { ...locality, organisations })
    const called = organisationCalled('Alder Counselling CIC', (await register()).organisations)
    expect(called).toMatchObject({ id: 'alder', name: 'Minds Together' })
  }
})

test('a load that is stopped at any of its writes takes nobody off an organisation before the register holds what they declared of it, and that they belonged to it', async () => {
  const { deps, locality, beforeWrites, entry } = await lived()
  const { organisationId: _, ...left } = ann
  const declarations = [{ person: ann.id, declaration: director, declaredAt: january }]
  const seen: { declared: boolean; belonged: boolean; works: boolean }[] = []
  // Nothing in; the register in; people in, too.
  for (const stop of [0, 1, 2]) {
    const stopping = beforeWrites(async (writes) => {
      if (writes === stop) throw new Error('Stopped.')
    })
    const done = loadLocality(stopping, { ...locality, people: [left], declarations })
    await expect(done).rejects.toThrow('Stopped.')
    const held = await entry()
    const [declared, belonged] = [held?.declaration !== undefined, held?.belonged !== undefined]
    seen.push({ declared, belonged, works: (await loadPerson(deps, ann.id))?.person.organisationId !== undefined })
  }
  expect(seen).toEqual([
    { declared: false, belonged: false, works: true },
    { declared: true, belonged: true, works: true },
    { declared: true, belonged: true, works: false },
  ])
})
