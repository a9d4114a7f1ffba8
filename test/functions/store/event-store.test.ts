import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { GENESIS } from '../../../domain/record/chain.ts'
import { verifyExport } from '../../../domain/record/verify.ts'
import { commitRegister } from '../../../functions/store/commit-register.ts'
import { exportRecord, readEvents } from '../../../functions/store/event-store.ts'
import { readRegisterPast } from '../../../functions/store/register-past.ts'
import { loadRegister } from '../../../functions/store/register-store.ts'
import { manager, monday } from '../../domain/story.ts'
import { caseId, mailWorld } from '../events/mail-world.ts'

/** DynamoDB ends a page at 1 MB: here after two items. */
async function world() {
  const made = await mailWorld()
  const { client } = made.deps.table
  const send = client.send.bind(client)
  Object.assign(client, {
    send: (command: QueryCommand) => {
      if (command instanceof QueryCommand) command.input.Limit = 2
      return send(command)
    },
  })
  return made
}

test('a page of the record is whole though DynamoDB gives it in several: no payload is shown as erased', async () => {
  const { deps, open } = await world()
  await open()
  const page = await readEvents(deps, caseId, { after: 1, limit: 5 })
  expect(page.map(({ entry }) => entry.sequence)).toEqual([2, 3, 4, 5, 6])
  for (const { payload } of page) expect(payload).not.toBeNull()
})

test('so is a page of the register’s record', async () => {
  const { deps } = await world()
  const organisation = { name: 'Harbour', aliases: [], kind: 'provider' as const, owns: [], areas: [] }
  for (const id of ['one', 'two', 'three']) {
    const events = [
      { type: 'OrganisationRecorded' as const, data: { organisation: { ...organisation, id }, reason: 'It is new.' } },
    ]
    await commitRegister(deps, await loadRegister(deps), { events, by: manager, at: monday })
  }
  const past = await readRegisterPast(deps, { after: GENESIS.sequence, limit: 10 })
  expect(past.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  for (const { data } of past) expect(data).toBeDefined()
})

test('an export of a case to which something was added since it was loaded is the record up to its head', async () => {
  const { deps, open, theCase, happen } = await world()
  await open()
  const loaded = await theCase()
  await happen([{ type: 'PracticeDeclined', data: { practiceId: 'ashlarke' } }])
  const record = await exportRecord(deps, loaded)
  expect(record.events).toHaveLength(loaded.head.sequence)
  expect(verifyExport(record)).toMatchObject({ problems: [] })
})
