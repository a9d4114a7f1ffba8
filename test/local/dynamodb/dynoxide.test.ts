import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { tableShape } from '../../../functions/store/table.ts'
import { dynoxideBinary } from '../../../local/dynamodb/binary.ts'
import { startDynoxide } from '../../../local/dynamodb/dynoxide.ts'
import { hiddenAddress } from '../../../local/dynamodb/hidden-address.ts'
import { openTable } from '../../../local/dynamodb/open-table.ts'
import { databaseIn, endOrphan } from '../../../local/dynamodb/orphan.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { until } from '../until.ts'
import { tableUnderTest } from './table-under-test.ts'

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('dynoxide', () => {
  test('keeps the table from one start to the next, and ends when it is closed', async () => {
    const first = await tableUnderTest()
    await first.put('A', { n: 1 })
    const pid = first.dynoxide.pid()
    await first.dynoxide.close()
    expect(alive(pid)).toBe(false)
    expect(first.log).toEqual([])
    const second = await tableUnderTest(first.folder)
    const key = { TableName: tableShape.name, Key: { pk: 'CASE#1', sk: 'A' } }
    expect((await second.document.send(new GetCommand(key))).Item).toMatchObject({ n: 1 })
    expect(second.streamArn).toBe(first.streamArn)
  })

  test.skipIf(process.platform === 'darwin')('is not where a page would look for it', async () => {
    const { endpoint } = (await tableUnderTest()).dynoxide
    const { hostname, port } = new URL(endpoint)
    expect(hostname).toMatch(/^127\.\d+\.\d+\.\d+$/)
    await expect(fetch(endpoint)).resolves.toMatchObject({ ok: true })
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed')
  })

  test('goes to another address where somebody listens on its port, and says so when everywhere is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const taken = { host: '127.5.5.5', port }
    const folder = await temporaryFolder()
    const options = { folder, log: () => undefined, gaveUp: () => undefined }
    const offered = [taken, await hiddenAddress()]
    const dynoxide = await startDynoxide({ ...options, address: async () => offered.shift() ?? taken })
    onTestFinished(() => dynoxide.close())
    expect(offered).toEqual([])
    await expect(fetch(dynoxide.endpoint)).resolves.toMatchObject({ ok: true })
    await dynoxide.close()
    await expect(startDynoxide({ ...options, address: async () => taken })).rejects.toThrow(
      `DynamoDB (dynoxide) did not start: exit 1: error: port ${port} is already in use`,
    )
  })

  test('left over by a killed process is ended by the next start', async () => {
    const folder = await temporaryFolder()
    const orphan = spawn(dynoxideBinary(), ['serve', '--port', '0', '--db-path', databaseIn(folder)], {
      stdio: 'ignore',
    })
    onTestFinished(() => void orphan.kill('SIGKILL'))
    await writeFile(join(folder, 'dynoxide.pid.json'), JSON.stringify({ pid: orphan.pid }))
    const table = await tableUnderTest(folder)
    await until(() => orphan.signalCode === 'SIGKILL', 'the orphan ends')
    const kept: unknown = JSON.parse(await readFile(join(folder, 'dynoxide.pid.json'), 'utf8'))
    expect(kept).toEqual({ pid: table.dynoxide.pid() })
  })

  test.each(['{"pid":', '{"pid":1}', '{"pid":-1}', '{}'])('with %s as its pid ends nothing', async (content) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'dynoxide.pid.json'), content)
    await expect(endOrphan(folder)).resolves.toBeUndefined()
  })

  test('does not end a stranger who has the pid now', async () => {
    const folder = await temporaryFolder()
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    onTestFinished(() => void stranger.kill('SIGKILL'))
    await once(stranger.stdout, 'data')
    await writeFile(join(folder, 'dynoxide.pid.json'), JSON.stringify({ pid: stranger.pid }))
    await endOrphan(folder)
    expect(alive(stranger.pid ?? -1)).toBe(true)
  })
})

describe('DYNAMODB_ENDPOINT', () => {
  test('names a DynamoDB that is used instead, its table made where it is absent', async () => {
    const elsewhere = await tableUnderTest()
    vi.stubEnv('DYNAMODB_ENDPOINT', elsewhere.dynoxide.endpoint)
    onTestFinished(() => void vi.unstubAllEnvs())
    const folder = await temporaryFolder()
    const table = await openTable({ folder, log: () => undefined, gaveUp: () => undefined })
    await elsewhere.put('A', { n: 1 })
    const key = { TableName: tableShape.name, Key: { pk: 'CASE#1', sk: 'A' } }
    expect((await table.clients.document.send(new GetCommand(key))).Item).toMatchObject({ n: 1 })
    expect(table.streamArn).toBe(elsewhere.streamArn)
    await table.close()
    expect(alive(elsewhere.dynoxide.pid())).toBe(true)
    expect(await readdir(folder)).toEqual([])
  })
})
