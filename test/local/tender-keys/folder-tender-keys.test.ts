import { webcrypto } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderTenderKeys } from '../../../local/tender-keys/folder-tender-keys.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' }

async function wrap(publicKey: string, secret: Uint8Array): Promise<Uint8Array> {
  const spki = Buffer.from(publicKey, 'base64')
  const key = await webcrypto.subtle.importKey('spki', spki, algorithm, false, ['encrypt'])
  return new Uint8Array(await webcrypto.subtle.encrypt(algorithm, key, Uint8Array.from(secret)))
}

describe('tender keys in a folder', () => {
  test('unwrap what was wrapped to them, after a restart too', async () => {
    const folder = await temporaryFolder()
    const secret = webcrypto.getRandomValues(new Uint8Array(32))
    const { quality, price } = await folderTenderKeys(folder).make('c1-tender-1')
    expect(await folderTenderKeys(folder).unwrapQuality('c1-tender-1', await wrap(quality, secret))).toEqual(secret)
    expect(await folderTenderKeys(folder).unwrapPrice('c1-tender-1', await wrap(price, secret))).toEqual(secret)
    await expect(folderTenderKeys(folder).unwrapQuality('c1-tender-1', await wrap(price, secret))).rejects.toThrow()
  })

  test('are made once by name, also at once, and only the owner can read them', async () => {
    const folder = join(await temporaryFolder(), 'keys')
    const keys = folderTenderKeys(folder)
    const made = await Promise.all([keys.make('one'), keys.make('one'), folderTenderKeys(folder).make('one')])
    expect(new Set([...made, await keys.make('one')].map(({ quality }) => quality)).size).toBe(1)
    expect(await keys.make('two')).not.toEqual(made[0])
    const files = ['one-price.json', 'one-quality.json', 'two-price.json', 'two-quality.json']
    expect((await readdir(folder)).sort()).toEqual(files)
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
  })

  test('refuse what was not wrapped to them, unknown names and names that lead elsewhere', async () => {
    const keys = folderTenderKeys(await temporaryFolder())
    const wrapped = await wrap((await keys.make('one')).quality, new Uint8Array([1]))
    await keys.make('two')
    await expect(keys.unwrapQuality('two', wrapped)).rejects.toThrow()
    await expect(keys.unwrapQuality('three', wrapped)).rejects.toThrow('no tender key')
    await expect(keys.make('../one')).rejects.toThrow('The name of a tender key')
    await expect(keys.unwrapQuality('a/b', wrapped)).rejects.toThrow('The name of a tender key')
  })
})
