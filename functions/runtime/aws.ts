import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  GetPublicKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { SFNClient } from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Deps, Documents, Mail, TenderKeys } from './deps.ts'
import { setting } from './setting.ts'

/** The world as it is in AWS: clients that find region and credentials themselves, names from the environment. */
export function awsDeps(): Deps {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(), { marshallOptions: { removeUndefinedValues: true } })
  return {
    now: () => new Date().toISOString(),
    table: { client, name: setting('TABLE_NAME') },
    workflows: { client: new SFNClient(), arnOf: (workflow) => `${setting('STATE_MACHINE_ARN_PREFIX')}${workflow}` },
    documents: s3Documents(),
    mail: sesMail(),
    tenderKeys: kmsTenderKeys(),
  }
}

function s3Documents(): Documents {
  const s3 = new S3Client()
  const at = (key: string) => ({ Bucket: setting('DOCUMENTS_BUCKET'), Key: key })
  return {
    put: async (key, bytes) => {
      await s3.send(new PutObjectCommand({ ...at(key), Body: bytes }))
    },
    get: async (key) => {
      const { Body } = await s3.send(new GetObjectCommand(at(key))).catch((error) => {
        if (error.name !== 'NoSuchKey') throw error
        throw Object.assign(new Error(`There is no document ${key}.`), { name: 'DocumentNotFound' })
      })
      return (await Body?.transformToByteArray()) ?? new Uint8Array()
    },
  }
}

function sesMail(): Mail {
  const ses = new SESv2Client()
  return {
    send: async ({ to, subject, text }) => {
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: setting('MAIL_FROM'),
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
        }),
      )
    },
  }
}

/** One KMS key per tender, under an alias of its name; the private half never leaves KMS. */
function kmsTenderKeys(): TenderKeys {
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
