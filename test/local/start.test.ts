import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { endOrphan } from '../../local/dynamodb/orphan.ts'
import { signIn } from '../../local/identity/sign-in.ts'
import { settings } from '../../local/settings.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { until } from './until.ts'

const script = join(import.meta.dirname, '..', '..', 'local', 'start.ts')

/** Runs `npm start` without a terminal until it ends. */
async function starting(environment: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const [code] = await once(child, 'exit')
  return { code, said: said.trim() }
}

describe('npm start refuses in one sentence, with exit code 1 and nothing touched,', () => {
  test('a taken port, before it looks at the folder', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const folder = join(await temporaryFolder(), 'data')
    const { code, said } = await starting({ PORT: String(port), DATA_DIR: folder }, ['--fresh'])
    expect(code).toBe(1)
    expect(said).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program; stop that one, or choose another with PORT.`,
    )
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })

  test('a folder of somebody else', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'thesis.txt'), 'years of work')
    for (const args of [[], ['--fresh', '--yes']]) {
      const { code, said } = await starting({ DATA_DIR: folder }, args)
      expect(code).toBe(1)
      expect(said).toMatch(/^The data folder .* holds files that are not this program's; .*\.$/)
      expect(await readdir(folder)).toEqual(['thesis.txt'])
    }
  })

  test('to delete without a terminal to ask at', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'redesign-panels.json'), '{"product":"redesign-panels","format":1}')
    await mkdir(join(folder, 'documents'))
    const { code, said } = await starting({ DATA_DIR: folder }, ['--fresh'])
    expect(code).toBe(1)
    expect(said).toBe('--fresh deletes the data folder, and there is no terminal to ask at; add --yes to agree.')
    expect((await readdir(folder)).sort()).toEqual(['documents', 'redesign-panels.json'])
  })
})

describe('npm start', () => {
  test('says who can sign in and where, answers there, and leaves nothing behind at Ctrl-C', async () => {
    const folder = join(await temporaryFolder(), 'data')
    onTestFinished(() => endOrphan(join(folder, 'dynamodb')))
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, PORT: '0', DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    await until(() => /^Portal {2}http/m.test(said) || child.exitCode !== null, 'it is ready', 120_000)
    expect(said).toContain('Miriam Holtenby')
    const url = /^Portal {2}(http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1]
    const { accessToken } = await signIn(url ?? '', 'person-48')
    const headers = { authorization: `Bearer ${accessToken}` }
    expect(await (await fetch(`${url}/api/me`, { headers })).json()).toMatchObject({
      person: { id: 'person-48' },
    })
    const second = await starting({ DATA_DIR: folder })
    expect(second).toMatchObject({ code: 1, said: expect.stringContaining(`is in use by process ${child.pid}`) })
    const kept = JSON.parse(await readFile(join(folder, 'dynamodb', 'dynoxide.pid.json'), 'utf8')) as { pid: number }
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(() => process.kill(kept.pid, 0)).toThrow('ESRCH')
  })
})

describe('the settings', () => {
  test('are 8080, .local and nothing deleted', () => {
    expect(settings([], {})).toEqual({ port: 8080, dataDir: '.local', fresh: false, yes: false })
    expect(settings(['--fresh', '--yes'], { PORT: '0', DATA_DIR: 'x', HOST: 'localhost' })).toEqual({
      port: 0,
      dataDir: 'x',
      fresh: true,
      yes: true,
    })
  })

  test.each([
    [[], { PORT: 'http' }, 'PORT is "http"'],
    [[], { PORT: '70000' }, 'PORT is "70000"'],
    [[], { PORT: '' }, 'PORT is ""'],
    [[], { DATA_DIR: '' }, 'DATA_DIR is empty'],
    [[], { HOST: '0.0.0.0' }, 'serves 127.0.0.1 only'],
    [[], { HOST: '192.168.0.7' }, 'serves 127.0.0.1 only'],
    [['--wipe'], {}, 'The only options are --fresh and --yes, not --wipe'],
    [['now'], {}, 'The only options are'],
  ])('refuse %j %j', (args, environment, sentence) => {
    expect(() => settings(args, environment)).toThrow(sentence)
  })
})
