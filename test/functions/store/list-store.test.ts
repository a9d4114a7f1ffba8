import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { audiences } from '../../../functions/store/audiences.ts'
import { keys } from '../../../functions/store/keys.ts'
import { readListsOf } from '../../../functions/store/list-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'
import { people } from '../events/mail-world.ts'

test('a list of somebody’s own says that there is more of it than is shown', async () => {
  const { document } = await tableUnderTest()
  const deps = { table: { client: document, name: tableShape.name } }
  const manager = people.find(({ id }) => id === 'pam')
  if (!manager) throw new Error('Nobody runs the programme.')
  for (const caseId of ['c1', 'c2', 'c3'])
    await document.send(
      new PutCommand({
        TableName: tableShape.name,
        Item: { ...keys.row(audiences.waiting({ kind: 'programme-manager' }), caseId), body: { caseId } },
      }),
    )
  const read = (most?: number, hidden: string[] = []) => {
    const exclusions = new Map(hidden.map((caseId) => [caseId, 'A tie.']))
    return readListsOf(deps, { person: manager, exclusions, fromEveryCase: true }, audiences.waiting, most)
  }
  expect(await read(2)).toMatchObject({
    rows: [{ caseId: 'c1', as: 'programme-manager' }, { caseId: 'c2' }],
    more: true,
  })
  expect(await read(2, ['c2'])).toMatchObject({ rows: [{ caseId: 'c1' }, { caseId: 'c3' }], more: false })
  expect(await read()).toMatchObject({ rows: { length: 3 }, more: false })
})
