import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { openOutbox } from '../../../local/mail/outbox.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const portal = 'http://127.0.0.1:8080'
const start = Date.parse('2026-01-05T09:00:00Z')

describe('the outbox', () => {
  test('lists newest first, in pages, also after a restart', async () => {
    const folder = await temporaryFolder()
    let now = start
    const outbox = openOutbox(folder, () => now, portal)
    for (const subject of ['one', 'two', 'three', 'four', 'five']) {
      await outbox.send({ to: 'a@ashlarke.example', subject, text: 'Dear colleague', page: '/' })
      if (subject === 'three') now += 86_400_000
    }
    const again = openOutbox(folder, () => now, portal)
    const first = await again.list({ limit: 2 })
    expect(first.messages.map(({ subject }) => subject)).toEqual(['five', 'four'])
    const second = await again.list({ limit: 3, before: first.next })
    expect(second.messages.map(({ subject }) => subject)).toEqual(['three', 'two', 'one'])
    expect(second.next).toBeUndefined()
    expect(second.messages[0]?.sentAt).toBe('2026-01-05T09:00:00.000Z')
  })

  test('finds mail by whom it is to and what it says, in pages', async () => {
    const outbox = openOutbox(await temporaryFolder(), () => start, portal)
    for (const [to, subject] of [
      ['ann@ashlarke.example', 'Your salt'],
      ['ben@ashlarke.example', 'Waiting for you'],
      ['ann@ashlarke.example', 'Waiting for you'],
    ] as const)
      await outbox.send({ to, subject, text: 'Dear colleague', page: '/' })
    const first = await outbox.list({ limit: 1, about: 'ANN@' })
    expect(first.messages.map(({ subject }) => subject)).toEqual(['Waiting for you'])
    const second = await outbox.list({ limit: 1, about: 'ANN@', before: first.next })
    expect(second.messages.map(({ subject }) => subject)).toEqual(['Your salt'])
    expect(second.next).toBeUndefined()
    expect((await outbox.list({ limit: 5, about: 'nobody' })).messages).toEqual([])
  })

  test('keeps each message as it would go out, dated by the local clock, with nobody in a file name', async () => {
    const folder = await temporaryFolder()
    const outbox = openOutbox(folder, () => start, portal)
    const message = {
      to: 'amara@ashlarke.example',
      subject: 'Ihre Antwort – bitte\r\nBcc: x@y.example',
      text: 'Née\n.\n',
      page: '/cases/c1',
    }
    await outbox.send(message)
    const [kept] = (await outbox.list({ limit: 1 })).messages
    const { page: _, ...said } = message
    expect(kept).toMatchObject({ ...said, text: 'Née\n.\n\nhttp://127.0.0.1:8080/cases/c1\n' })
    const source = (await outbox.source(kept?.id ?? '')) ?? ''
    expect(source).toContain('To: amara@ashlarke.example\n')
    expect(source).toContain('Date: Mon, 05 Jan 2026 09:00:00 +0000\n')
    expect(source.split('\n\n')[0]).not.toMatch(/^Bcc:/m)
    expect((await readdir(folder)).join()).not.toMatch(/amara|ashlarke/)
  })

  test('is empty before the first message, and knows no message outside it', async () => {
    const outbox = openOutbox(await temporaryFolder(), () => start, portal)
    expect(await outbox.list({ limit: 10 })).toEqual({ messages: [] })
    expect(await outbox.source('../../etc/passwd')).toBeUndefined()
    expect(await outbox.source('20260105T090000000Z-000001-abcdef01')).toBeUndefined()
  })
})
