import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Deps } from './deps.ts'
import { documentClient } from './document-client.ts'
import { once } from './once.ts'
import { setting } from './setting.ts'

/**
 * The world as it is in AWS: clients that find region and credentials themselves, names from the environment. Most functions
 * ask only the table, so the other ports are loaded when they are first used.
 */
export function awsDeps(): Deps {
  const client = documentClient(new DynamoDBClient())
  const s3 = once(async () => (await import('./s3-documents.ts')).s3Documents())
  const sealed = once(async () => (await import('./s3-sealed-tenders.ts')).s3SealedTenders())
  const guardDuty = once(async () => (await import('./guardduty-malware.ts')).guardDutyMalware())
  const ses = once(async () => (await import('./ses-mail.ts')).sesMail())
  const kms = once(async () => (await import('./kms-tender-keys.ts')).kmsTenderKeys())
  const workflows = once(async () => (await import('./workflows-client.ts')).workflowsClient())
  return {
    now: () => new Date().toISOString(),
    table: { client, name: setting('TABLE_NAME') },
    workflows: { client: workflows, arnOf: (workflow) => `${setting('STATE_MACHINE_ARN_PREFIX')}${workflow}` },
    documents: {
      put: async (key, bytes) => (await s3()).put(key, bytes),
      putSupplied: async (key, bytes) => (await s3()).putSupplied(key, bytes),
      removeSupplied: async (key) => (await s3()).removeSupplied(key),
      putParts: async (key, parts) => (await s3()).putParts(key, parts),
      get: async (key) => (await s3()).get(key),
      getRange: async (key, range) => (await s3()).getRange(key, range),
    },
    sealedTenders: {
      put: async (key, bytes) => (await sealed()).put(key, bytes),
      get: async (key) => (await sealed()).get(key),
      sizes: async (prefix) => (await sealed()).sizes(prefix),
      uploadTo: async (key, what) => (await sealed()).uploadTo(key, what),
    },
    malware: { verdictOn: async (key) => (await guardDuty()).verdictOn(key) },
    mail: { send: async (message) => (await ses()).send(message) },
    prepareDraw: async (job) => (await import('./prepare-in-process.ts')).prepareInProcess(job),
    signatureOf: async (round) => (await import('./drand.ts')).signatureOf(round),
    randomness: 'drand-quicknet',
    tenderKeys: {
      make: async (name) => (await kms()).make(name),
      unwrapQuality: async (name, wrapped) => (await kms()).unwrapQuality(name, wrapped),
      unwrapPrice: async (name, wrapped) => (await kms()).unwrapPrice(name, wrapped),
    },
  }
}
