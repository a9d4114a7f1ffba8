import { expect, test } from 'vitest'
import { monthOf, spanOf } from '../../domain/report/month.ts'
import { Client, localJson } from '../../local/demo/client.ts'
import { caseEntering } from './lived.ts'

/** The monthly report: drafted from the record, edited, sent to the practices, public from then on. */

interface Report {
  status: string
  version: number
  sections: Record<string, string>
}

const { locality, play } = await caseEntering('nomination')
const manager = () => new Client(locality.url, 'person-48')
let month = ''
const deputy = () => new Client(locality.url, 'person-49')

test('a report is drafted, edited, sent once to the practices, and public and fixed from then on', async () => {
  month = monthOf(locality.clock.now())
  const path = `/api/reports/${month}`
  const draft = await manager().get<Report>(path)
  expect(draft).toMatchObject({ status: 'draft', version: 0 })
  const { head } = await play.see()
  expect(draft.sections['records']).toContain(head.hash)
  expect(draft.sections['open']).toContain('nomination')

  const sections = { ...draft.sections, news: 'The summer meeting is on 4 July.' }
  expect(await manager().put(path, sections, '"0"')).toMatchObject({ version: 1 })
  await expect(manager().put(path, sections, '"0"')).rejects.toMatchObject({ status: 412, code: 'Stale' })
  await expect(manager().post(`${path}/send`, { version: 1 })).rejects.toMatchObject({ status: 409, code: 'TooEarly' })
  await play.moveTo(spanOf(month).until)
  await expect(manager().post(`${path}/send`, { version: 7 })).rejects.toMatchObject({ status: 412 })
  expect(await localJson(`${locality.url}/api/public/reports`)).toEqual({ reports: [] })
  expect(await manager().post(`${path}/send`, { version: 1 })).toMatchObject({ status: 'sent', version: 2 })
  expect(await manager().post(`${path}/send`, { version: 1 })).toMatchObject({ status: 'sent', version: 2 })
  await expect(manager().put(path, sections, '"2"')).rejects.toMatchObject({ status: 409, code: 'AlreadyDone' })
  expect(await localJson(`${locality.url}/api/public/reports`)).toMatchObject({
    reports: [{ month, status: 'sent', sections: { news: 'The summer meeting is on 4 July.' } }],
  })

  await locality.settled()
  const { messages } = await localJson<{ messages: { to: string; subject: string; text: string }[] }>(
    `${locality.url}/local/outbox?limit=100`,
  )
  const reports = messages.filter(({ subject }) => subject.includes('report for'))
  const practiceUsers = locality.people.filter(({ roles }) => roles.includes('practice'))
  expect(reports.map(({ to }) => to).sort()).toEqual(practiceUsers.map(({ email }) => email).sort())
  expect(reports[0]?.text).toContain('The summer meeting is on 4 July.')
  expect(reports[0]?.text).toContain(`/reports/${month}`)
})

test('it is the secretariat’s to write: the deputy’s too, and nobody else’s', async () => {
  expect(await deputy().get('/api/reports')).toMatchObject({ reports: [{ month, status: 'sent' }] })
  for (const path of ['/api/reports', `/api/reports/${month}`])
    await expect(new Client(locality.url, 'person-01').get(path)).rejects.toMatchObject({ status: 403 })
})

test('a month that has not begun, or is none, is refused in words', async () => {
  await expect(manager().get('/api/reports/2099-01')).rejects.toMatchObject({ status: 409, code: 'TooEarly' })
  await expect(manager().get('/api/reports/2026-13')).rejects.toThrow('Write the month as 2026-11')
  await expect(manager().post('/api/reports/2025-01/send', { version: 1 })).rejects.toMatchObject({ status: 404 })
})
