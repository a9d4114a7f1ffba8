import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'
import { readJson, writeAtomically } from '../atomic-file.ts'

const schema = z.object({
  signing: z.looseObject({ kty: z.literal('RSA'), kid: z.string() }),
  cookies: z.string().min(32),
})

export interface IdentityKeys {
  /** Private, RS256. */
  signing: JWK
  cookies: string
}

/** Made once per data folder, so that a sign-in outlives a restart; only the owner can read them. */
export async function identityKeys(folder: string): Promise<IdentityKeys> {
  const path = join(folder, 'identity-keys.json')
  const kept = await readJson(path)
  if (kept !== undefined) return schema.parse(kept)
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const signing = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') }
  const made = schema.parse({ signing, cookies: randomBytes(32).toString('base64url') })
  await writeAtomically(path, JSON.stringify(made), { mode: 0o600 })
  return made
}
