import { webcrypto } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { TenderKeys } from '../../functions/runtime/deps.ts'
import { isMissing } from '../atomic-file.ts'

const algorithm = {
  name: 'RSA-OAEP',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}
const name = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/
/** Base64 of SPKI and PKCS #8. */
const pair = z.object({ publicKey: z.base64(), privateKey: z.base64() })

/**
 * Key pairs as files that only the owner can read. In AWS the private half never leaves KMS; on one machine whoever runs it
 * can read the file, which the documents say.
 */
export function folderTenderKeys(folder: string): TenderKeys {
  const pathOf = (of: string): string => {
    if (!name.test(of))
      throw new TypeError('The name of a tender key has letters, digits, dots, hyphens and underscores.')
    return join(folder, `${of}.json`)
  }
  const made = async (of: string) => {
    const path = pathOf(of)
    return ((await read(path)) ?? (await make(folder, path))).publicKey
  }
  const unwrap = async (of: string, wrapped: Uint8Array) => {
    const kept = await read(pathOf(of))
    if (!kept) throw new Error(`There is no tender key of the name ${of}.`)
    const privateKey = Buffer.from(kept.privateKey, 'base64')
    const key = await webcrypto.subtle.importKey('pkcs8', privateKey, algorithm, false, ['decrypt'])
    return new Uint8Array(await webcrypto.subtle.decrypt(algorithm.name, key, wrapped))
  }
  return {
    make: async (of) => ({ quality: await made(`${of}-quality`), price: await made(`${of}-price`) }),
    unwrapQuality: (of, wrapped) => unwrap(`${of}-quality`, wrapped),
    unwrapPrice: (of, wrapped) => unwrap(`${of}-price`, wrapped),
  }
}

async function read(path: string): Promise<z.infer<typeof pair> | undefined> {
  try {
    return pair.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Two who make the same key at once both get the one that was first in its place. */
async function make(folder: string, path: string): Promise<z.infer<typeof pair>> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['encrypt', 'decrypt'])
  const exported = async (format: 'spki' | 'pkcs8', key: webcrypto.CryptoKey) =>
    Buffer.from(await webcrypto.subtle.exportKey(format, key)).toString('base64')
  const made = {
    publicKey: await exported('spki', keys.publicKey),
    privateKey: await exported('pkcs8', keys.privateKey),
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `.${webcrypto.randomUUID()}`)
  await writeFile(unfinished, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  try {
    await link(unfinished, path)
    return made
  } catch {
    const first = await read(path)
    if (!first) throw new Error('The tender key could not be kept.')
    return first
  } finally {
    await rm(unfinished, { force: true })
  }
}
