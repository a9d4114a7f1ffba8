import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import type { Export } from '../../domain/record/export.ts'
import type { RegisterExport } from '../../domain/register/export.ts'
import { deps } from '../../functions/runtime/deps.ts'
import { playNomination } from '../../local/demo/nomination.ts'
import { whoActs } from '../../local/demo/panel-formation.ts'
import { Play } from '../../local/demo/play.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { ownLocality } from './lived.ts'

/** A case that is sent back, goes on, and is withdrawn; its record exported, verified, erased from, and tampered with. */

const { folder, locality } = await ownLocality()
const play = await Play.at(locality.url, () => {})
let record: Export

const exported = () => play.auditor.get<Export>(`/api/cases/${play.caseId}/record`)

/** Every item of the table that the case has. */
async function everythingKept(): Promise<unknown[]> {
  const { client, name } = deps().table
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }))
  return Items.filter((item) => JSON.stringify(item).includes(play.caseId))
}

/** One of the secretariat asks, and the approver agrees. */
async function erase(sequence: number): Promise<void> {
  const agreed = { sequence, reason: 'It is right.' }
  await expect(play.command(play.approver.personId, 'erase-payload', agreed)).rejects.toThrow('Nobody has asked')
  await play.command(play.manager.personId, 'ask-for-erasure', { sequence, reason: 'The person asked for it.' })
  await expect(play.command(play.manager.personId, 'erase-payload', agreed)).rejects.toThrow('a second person')
  expect((await play.see()).life).toMatchObject({ erasures: [{ sequence, by: play.manager.personId }] })
  expect(await waitingFor(play.approver)).toMatchObject([{ count: 1 }])
  await play.command(play.approver.personId, 'erase-payload', agreed)
  expect(await waitingFor(play.approver)).toEqual([])
}

/** The erasures that wait for somebody, on their home page. */
const waitingFor = async (who: Play['manager']): Promise<object[]> => {
  const { waiting } = await who.get<{ waiting: { caseId: string; erasures?: object }[] }>('/api/me')
  return waiting.flatMap(({ caseId, erasures }) => (caseId === play.caseId && erasures ? [erasures] : []))
}

/** `npm run verify`, as somebody with nothing but the file. */
async function verify(content: unknown, ...more: string[]): Promise<{ code: number; said: string }> {
  const file = join(folder, 'exported.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  const command = new URL('../../local/verify/run.ts', import.meta.url).pathname
  return promisify(execFile)(process.execPath, [command, file, ...more]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }) => ({ code, said: `${stdout}${stderr}` }),
  )
}

describe('a case that is sent back', () => {
  test('asks every practice again, and goes on with more', async () => {
    play.interests = false
    await playSubmission(play)
    await playNomination(play)
    expect((await play.see()).life.stage).toBe('panel-formation')
    const before = (await play.see())['nomination'] as { poolSize: number }
    await play.command(play.manager.personId, 'send-back', { to: 'nomination', reason: 'Too few practices took part.' })
    const again = await play.settled()
    expect([again.life.stage, again.wait?.name]).toEqual(['nomination', 'nominations'])
    expect(again['nomination']).toMatchObject({ round: 2, poolSize: before.poolSize, declined: [] })
    const acting = await whoActs(play)
    for (const { id = '' } of again.wait?.waitsFor ?? [])
      await play.command(acting.get(id) ?? '', 'decline-to-nominate', { reason: 'We have nobody more.' })
    const { life } = await play.settled()
    expect(life.path.map(({ stage }) => stage)).toEqual([
      'submission',
      'nomination',
      'panel-formation',
      'nomination',
      'panel-formation',
    ])
  })

  test('has no record to export while it is open, and has one when it has ended', async () => {
    await expect(exported()).rejects.toThrow('You do not have permission to do this')
    await play.command(play.manager.personId, 'withdraw', { reason: 'The proposer asked for it.' })
    record = await exported()
    expect(record.events.slice(-2).map(({ entry }) => entry.type)).toEqual(['CaseEnded', 'PeopleTold'])
  })
})

describe('npm run verify', () => {
  test('finds a whole record intact', async () => {
    const register = join(folder, 'register.json')
    await writeFile(register, JSON.stringify(await play.auditor.get<RegisterExport>('/api/register/export')))
    const { code, said } = await verify(record, '--register', register)
    expect([code, said]).toEqual([0, expect.stringContaining(`${record.events.length} events, chain intact`)])
    expect(said).toMatch(/each of its [1-9]\d* checks for conflicts finds what the rules find in the register/)
  })

  test('stands beside that of the register, which is exported and verified in the same way', async () => {
    const register = await play.auditor.get<RegisterExport>('/api/register/export')
    const { code, said } = await verify(register, '--head', register.head.hash)
    expect([code, said]).toEqual([0, expect.stringContaining(`${register.events.length} events, chain intact`)])
    const swapped = { ...register, events: [...register.events.slice(1, 2), ...register.events] }
    expect((await verify(swapped)).said).toMatch(/NOT intact\n {2}event 1 is missing/)
  })

  test('names what was edited, deleted, inserted or moved', async () => {
    const tampered = async (edit: (copy: Export) => void) => {
      const copy = structuredClone(record)
      edit(copy)
      return verify(copy)
    }
    const edited = await tampered((copy) => Object.assign(copy.events[4]?.payload ?? {}, { data: { practices: [] } }))
    const deleted = await tampered((copy) => copy.events.splice(6, 1))
    const moved = await tampered((copy) => copy.events.splice(8, 0, ...copy.events.splice(10, 1)))
    expect([edited.code, edited.said]).toEqual([
      1,
      expect.stringContaining('what it says was changed after it was recorded'),
    ])
    expect([deleted.code, deleted.said]).toEqual([1, expect.stringContaining('event 7 is missing')])
    expect([moved.code, moved.said]).toEqual([1, expect.stringContaining('moved or inserted')])
  })

  test('finds a cut tail by a head that somebody kept', async () => {
    const cut = structuredClone(record)
    cut.events.pop()
    const last = cut.events.at(-1)?.entry
    cut.head = { sequence: last?.sequence ?? 0, hash: last?.hash ?? '' }
    expect((await verify(cut)).code).toBe(0)
    const kept = await verify(cut, '--head', `${record.head.sequence}:${record.head.hash}`)
    expect([kept.code, kept.said]).toEqual([1, expect.stringContaining('its end was cut off')])
  })

  test.each(['', 'nonsense', '{"format":', '[]', '{}'])('refuses a file of %j in words', async (content) => {
    const { code, said } = await verify(content)
    expect(code).toBe(1)
    expect(said).toContain('exported.json: not verified')
    expect(said).not.toMatch(/NOT intact|at .*\.ts:\d+/)
  })

  test('finds the chain intact when what an event said has been erased', async () => {
    const declared = record.events.find(({ entry }) => entry.type === 'NominationAccepted')?.entry.sequence ?? 0
    await erase(declared)
    const erased = await exported()
    expect(erased.events.find(({ entry }) => entry.sequence === declared)?.payload).toBeNull()
    const { code, said } = await verify(erased)
    expect([code, said]).toEqual([0, expect.stringContaining(`erased of event ${declared}`)])
    const kept = await verify(erased, '--head', `${record.head.sequence}:${record.head.hash}`)
    expect(kept.code).toBe(0)
    const again = { sequence: declared, reason: 'Once more.' }
    await expect(play.command(play.manager.personId, 'ask-for-erasure', again)).rejects.toThrow('already been erased')
    const ofErasing = erased.events.filter(({ entry }) => ['ErasureAsked', 'PayloadErased'].includes(entry.type))
    expect(ofErasing).toHaveLength(2)
    for (const { entry } of ofErasing)
      await expect(
        play.command(play.manager.personId, 'ask-for-erasure', { ...again, sequence: entry.sequence }),
      ).rejects.toThrow('never erased')
  })

  test('what was erased is kept nowhere else', async () => {
    const reason = 'We have nobody more.'
    expect(JSON.stringify(await everythingKept())).toContain(reason)
    const declined = record.events.filter(({ payload }) => JSON.stringify(payload).includes(reason))
    for (const { entry } of declined) await erase(entry.sequence)
    expect(JSON.stringify(await everythingKept())).not.toContain(reason)
    const { nomination } = (await play.see()) as { nomination?: { nominees: { declaration?: { kind: string } }[] } }
    expect(nomination?.nominees.some(({ declaration }) => declaration?.kind === 'erased')).toBe(true)
  })

  test('a payload that somebody else took away is found', async () => {
    const copy = structuredClone(record)
    const [, second] = copy.events
    if (second) second.payload = null
    const { code, said } = await verify(copy)
    expect([code, said]).toEqual([1, expect.stringContaining('event 2 (WaitOpened): what it said is missing')])
  })
})
