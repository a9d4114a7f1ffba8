import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { audiences } from '../../../functions/store/audiences.ts'
import { keys } from '../../../functions/store/keys.ts'
import { casesOpenIn, readListsOf, wasAnyOpenIn } from '../../../functions/store/list-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'
import { people } from '../events/mail-world.ts'

async function table() {
  const { document } = await tableUnderTest()
  const put = (key: { pk: string; sk: string }, body: object) =>
    document.send(new PutCommand({ TableName: tableShape.name, Item: { ...key, body } }))
  return { deps: { table: { client: document, name: tableShape.name } }, put }
}

test('a list of somebody’s own says that there is more of it than is shown', async () => {
  const { deps, put } = await table()
  const manager = people.find(({ id }) => id === 'pam')
  if (!manager) throw new Error('Nobody runs the programme.')
  for (const caseId of ['c1', 'c2', 'c3'])
    await put(keys.row(audiences.waiting({ kind: 'programme-manager' }), caseId), { caseId })
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

test('the cases of a month are those that began before its end, and had not ended at its beginning', async () => {
  const { deps, put } = await table()
  const ended = [
    { caseId: 'over', started: '2026-01-01', endedAt: '2026-02-28' },
    { caseId: 'ended-in-it', started: '2026-01-01', endedAt: '2026-03-01' },
    { caseId: 'ended-since', started: '2026-03-31', endedAt: '2026-05-01' },
  ]
  const open = [
    { caseId: 'open', started: '2026-02-01' },
    { caseId: 'later', started: '2026-04-01' },
  ]
  for (const body of [...ended, ...open]) {
    const place = 'endedAt' in body ? `past#${body.endedAt}` : 'open#2026-06-01'
    await put(keys.row(audiences.board, `${place}#${body.caseId}`), body)
    await put(keys.row(audiences.boardRows, body.caseId), body)
  }
  const march = { from: '2026-03-01', until: '2026-04-01' }
  expect(await casesOpenIn(deps, march)).toEqual(['open', 'ended-in-it', 'ended-since'])
  expect(await wasAnyOpenIn(deps, ['over', 'later', 'nowhere'], march)).toBe(false)
  expect(await wasAnyOpenIn(deps, ['over', 'ended-since'], march)).toBe(true)
})
