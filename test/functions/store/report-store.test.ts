import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { type Sections, sectionNames } from '../../../domain/report/report.ts'
import { keys } from '../../../functions/store/keys.ts'
import { sentReports } from '../../../functions/store/report-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'

test('every report that was sent is listed, however many pages the table makes of them', async () => {
  const { document } = await tableUnderTest()
  const deps = { table: { client: document, name: tableShape.name } }
  const sections = Object.fromEntries(sectionNames.map((name) => [name, 'x'.repeat(20_000)])) as Sections
  const months = Array.from({ length: 10 }, (_, index) => `20${26 + index}-01`)
  for (const month of months) {
    const body = { month, status: 'sent', version: 2, sections, at: '2026-02-01T09:00:00.000Z' }
    await document.send(new PutCommand({ TableName: deps.table.name, Item: { ...keys.report(month), body } }))
  }
  expect((await sentReports(deps)).map(({ month }) => month)).toEqual(months.toReversed())
})
