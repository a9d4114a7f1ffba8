import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { loadCase } from '../../../functions/store/case-store.ts'
import { commit } from '../../../functions/store/commit.ts'
import { keys } from '../../../functions/store/keys.ts'
import { Conflict } from '../../../functions/store/transaction.ts'
import { openTheWait } from '../../../functions/store/wait-store.ts'
import { caseId, mailWorld } from '../events/mail-world.ts'

/** A case with its nominations open and nobody asleep; what its head says; an act on the case as it was loaded. */
async function world() {
  const { deps, open, theCase } = await mailWorld()
  await open()
  const at = deps.now()
  const until = (await theCase()).life.wait?.remindAt ?? ''
  const sleep = async () =>
    openTheWait(deps, caseId, (await theCase()).head.sequence, {
      ...{ attempt: 2, waits: ['nominations'], until, token: 'a-token' },
    })
  const act = async (events: CaseEvent[], before = theCase()) =>
    commit(deps, { caseId, before: await before, events, by: { step: 'a-step' }, at })
  const wakes = async () => {
    const { Item } = await deps.table.client.send(
      new GetCommand({ TableName: deps.table.name, Key: keys.head(caseId) }),
    )
    return Item?.['wakes'] === true
  }
  return { deps, sleep, act, wakes, theCase }
}

const declined = (practiceId: string): CaseEvent => ({ type: 'PracticeDeclined', data: { practiceId } })
const paused: CaseEvent = { type: 'CasePaused', data: { reason: 'The area is under review.' } }

test('a change that leaves the workflow asleep does not wake it; one that concerns it says so in the head', async () => {
  const { sleep, act, wakes } = await world()
  await sleep()
  await act([declined('ashlarke')])
  expect(await wakes()).toBe(false)
  await act([paused])
  expect(await wakes()).toBe(true)
})

test('a change that was decided before the workflow fell asleep is decided again, and says whether it wakes it', async () => {
  const { sleep, act, wakes, theCase } = await world()
  const before = await theCase()
  await sleep()
  await expect(act([paused], Promise.resolve(before))).rejects.toThrow(Conflict)
  await act([paused])
  expect(await wakes()).toBe(true)
})

test('a workflow that falls asleep after a change must have seen it', async () => {
  const { deps, act, theCase, wakes } = await world()
  const { sequence } = (await theCase()).head
  await act([declined('ashlarke')])
  await expect(
    openTheWait(deps, caseId, sequence, { attempt: 2, waits: ['nominations'], until: '', token: 'a-token' }),
  ).rejects.toThrow('The record grew')
  expect((await loadCase(deps, caseId)).openWait).toBeUndefined()
  expect(await wakes()).toBe(false)
})
