import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { holdsData, takeDataFolder } from '../../local/data-folder.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function open(path: string) {
  const folder = await takeDataFolder(path)
  onTestFinished(() => folder.release())
  return folder
}

describe('the data folder', () => {
  test('is made where there is none, and known again', async () => {
    const path = join(await temporaryFolder(), 'deep', 'folder')
    expect(await holdsData(path)).toBe(false)
    const first = await takeDataFolder(path)
    await writeFile(join(path, 'clock.json'), '{}')
    first.release()
    expect(await holdsData(path)).toBe(true)
    await open(path)
    expect(await readdir(path)).toContain('clock.json')
  })

  test('is refused, and not touched, when it holds the files of another', async () => {
    const path = await temporaryFolder()
    await writeFile(join(path, 'thesis.txt'), 'years of work')
    await expect(takeDataFolder(path)).rejects.toThrow("holds files that are not this program's")
    await expect(takeDataFolder(path, { fresh: true })).rejects.toThrow("holds files that are not this program's")
    expect(await readdir(path)).toEqual(['thesis.txt'])
  })

  test.each([
    ['of another product', '{"product":"something-else","format":1}', "not this program's"],
    ['that is not JSON', 'hello', "not this program's"],
    ['of a newer version', '{"product":"redesign-panels","format":99}', 'written by a newer version (format 99'],
  ])('is refused with a marker %s', async (_what, content, message) => {
    const path = await temporaryFolder()
    await writeFile(join(path, 'redesign-panels.json'), content)
    await expect(takeDataFolder(path)).rejects.toThrow(message)
    expect(await readdir(path)).toEqual(['redesign-panels.json'])
    expect(await readFile(join(path, 'redesign-panels.json'), 'utf8')).toBe(content)
  })

  test('is begun again when a kill came between making it and marking it', async () => {
    const path = await temporaryFolder()
    await writeFile(join(path, 'redesign-panels.json'), '')
    await open(path)
    expect(await holdsData(path)).toBe(true)
  })

  test('is refused in one sentence where it cannot be made', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(takeDataFolder(join(folder, 'file'))).rejects.toThrow('is a file')
    await expect(takeDataFolder(join(folder, 'file', 'below'))).rejects.toThrow(/cannot be used \(E\w+\)/)
    await expect(takeDataFolder('/proc/no-such-place/data')).rejects.toThrow(/cannot be used \(E\w+\)/)
  })

  test('is refused while this or another process has it, and free again after kill -9', async () => {
    const path = await temporaryFolder()
    const script = join(import.meta.dirname, 'hold-folder.ts')
    const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child.stdout, 'data')
    await expect(takeDataFolder(path)).rejects.toThrow(`is in use by process ${child.pid}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await open(path)
    await expect(takeDataFolder(path)).rejects.toThrow(`is in use by process ${process.pid}`)
  })

  test('is emptied, but for what makes it ours', async () => {
    const path = await temporaryFolder()
    const folder = await takeDataFolder(path)
    await mkdir(join(path, 'documents', 'a'), { recursive: true })
    await writeFile(join(path, 'clock.json'), '{}')
    await expect(takeDataFolder(path, { fresh: true })).rejects.toThrow('in use')
    expect(await readdir(path)).toContain('clock.json')
    folder.release()
    const again = await takeDataFolder(path, { fresh: true })
    onTestFinished(() => again.release())
    const left = await readdir(path)
    expect(left.filter((name) => !name.startsWith('lock'))).toEqual(['redesign-panels.json'])
  })

  test('of a newer version may be emptied and used', async () => {
    const path = await temporaryFolder()
    await writeFile(join(path, 'redesign-panels.json'), '{"product":"redesign-panels","format":99}')
    const folder = await takeDataFolder(path, { fresh: true })
    folder.release()
    await open(path)
  })
})
