import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import type { SeatRow } from '../../../domain/case/listed.ts'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { audiences } from '../../../functions/store/audiences.ts'
import { keys } from '../../../functions/store/keys.ts'
import { loadServices, panelsSatOn } from '../../../functions/store/service-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'

async function world() {
  const { document } = await tableUnderTest()
  const deps: Pick<Deps, 'table'> = { table: { client: document, name: tableShape.name } }
  const seat = (person: string, body: Partial<SeatRow> & { caseId: string }) =>
    document.send(
      new PutCommand({
        TableName: tableShape.name,
        Item: { ...keys.row(audiences.seats(person), body.caseId), body: { ended: false, accepted: true, ...body } },
      }),
    )
  return { deps, seat }
}

const at = '2026-07-01T09:00:00.000Z'

test('whoever accepts two seats at once, in two cases, accepts the second knowing of the first', async () => {
  const { deps } = await world()
  const [one, other] = [await panelsSatOn(deps, 'ann', 'c1', at), await panelsSatOn(deps, 'ann', 'c2', at)]
  const accept = ({ accepting }: typeof one) =>
    deps.table.client.send(new TransactWriteCommand({ TransactItems: [accepting] }))
  await accept(one)
  await expect(accept(other)).rejects.toMatchObject({ name: 'TransactionCanceledException' })
  await accept(await panelsSatOn(deps, 'ann', 'c2', at))
})

test('a seat that was only offered is no experience; one that was taken is, for twelve months in dates of London', async () => {
  const { deps, seat } = await world()
  await seat('ann', { caseId: 'c1', since: '2026-06-01T09:00:00.000Z', accepted: false })
  await seat('bob', { caseId: 'c1', since: '2025-07-01T22:59:00.000Z', ended: true })
  await seat('cas', { caseId: 'c1', since: '2025-07-01T23:01:00.000Z', ended: true })
  const services = await loadServices(deps, 'c9', ['ann', 'bob', 'cas'], at)
  expect(Object.entries(services).map(([person, { recent }]) => [person, recent])).toEqual([
    ['ann', false],
    ['bob', false],
    ['cas', true],
  ])
})
