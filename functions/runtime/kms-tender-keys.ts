import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  GetPublicKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms'
import type { TenderKeys } from './deps.ts'

/** Two KMS keys per tender, each under an alias of its name and half; the private halves never leave KMS. */
export function kmsTenderKeys(): TenderKeys {
  const kms = new KMSClient()
  const alias = (name: string) => `alias/redesign-panels/tender/${name}`
  const publicKey = async (name: string) => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: alias(name) }))
    return Buffer.from(PublicKey ?? []).toString('base64')
  }
  const made = async (name: string) => {
    try {
      return await publicKey(name)
    } catch (error) {
      if ((error as Error).name !== 'NotFoundException') throw error
    }
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({
        KeySpec: 'RSA_2048',
        KeyUsage: 'ENCRYPT_DECRYPT',
        Description: 'Seals the tenders of one case',
        Tags: [{ TagKey: 'redesign-panels', TagValue: 'tender' }],
      }),
    )
    try {
      await kms.send(new CreateAliasCommand({ AliasName: alias(name), TargetKeyId: KeyMetadata?.KeyId ?? '' }))
    } catch (error) {
      // A step that ran twice: the alias, and with it the first key, stands.
      if ((error as Error).name !== 'AlreadyExistsException') throw error
    }
    return publicKey(name)
  }
  const unwrap = async (name: string, wrapped: Uint8Array) => {
    const { Plaintext } = await kms.send(
      new DecryptCommand({ KeyId: alias(name), CiphertextBlob: wrapped, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
    )
    return new Uint8Array(Plaintext ?? [])
  }
  return {
    make: async (name) => ({ quality: await made(`${name}-quality`), price: await made(`${name}-price`) }),
    unwrapQuality: (name, wrapped) => unwrap(`${name}-quality`, wrapped),
    unwrapPrice: (name, wrapped) => unwrap(`${name}-price`, wrapped),
  }
}
