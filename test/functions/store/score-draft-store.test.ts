import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { savePaper } from '../../../functions/store/score-draft-store.ts'

/** A table that cancels the first transaction for this reason, and holds nothing. */
function cancelling(Code: string) {
  let [cancelled, sent] = [false, 0]
  const send = async (command: object) => {
    if (!(command instanceof TransactWriteCommand)) return {}
    sent += 1
    if (cancelled) return {}
    cancelled = true
    throw new TransactionCanceledException({ message: 'Cancelled', $metadata: {}, CancellationReasons: [{ Code }] })
  }
  const store = { table: { client: { send }, name: 'cancelling' } } as unknown as Pick<Deps, 'table'>
  const whose = { caseId: 'c0123456789ab', personId: 'ben', round: 1, organisationId: 'harbour' }
  const paper = { entries: {}, savedAt: '2026-01-05T09:00:00.000Z' }
  const save = (over: number) => savePaper(store, 'scores', whose, paper, over, [])
  return { save, sent: () => sent }
}

test('scores and notes saved at once come one after the other: nobody changed anything elsewhere', async () => {
  const { save, sent } = cancelling('TransactionConflict')
  expect(await save(0)).toMatchObject({ version: 1 })
  expect(sent()).toBe(2)
})

test('what was saved elsewhere is never overwritten', async () => {
  await expect(cancelling('ConditionalCheckFailed').save(3)).rejects.toMatchObject({ code: 'Stale' })
})

test('what only the table refuses is no change by somebody else', async () => {
  await expect(cancelling('ThrottlingError').save(0)).rejects.toThrow('Cancelled')
})
