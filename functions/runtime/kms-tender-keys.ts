import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  GetPublicKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms'
import type { TenderKeys } from './deps.ts'

/** One KMS key per tender, under an alias of its name; the private half never leaves KMS. */
export function kmsTenderKeys(): TenderKeys {
  const kms = new KMSClient()
  const alias = (name: string) => `alias/redesign-panels/tender/${name}`
  const publicKey = async (name: string) => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: alias(name) }))
    return Buffer.from(PublicKey ?? []).toString('base64')
  }
  return {
    make: async (name) => {
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
    },
    unwrap: async (name, wrapped) => {
      const { Plaintext } = await kms.send(
        new DecryptCommand({ KeyId: alias(name), CiphertextBlob: wrapped, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
      )
      return new Uint8Array(Plaintext ?? [])
    },
  }
}
