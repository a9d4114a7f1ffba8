import { join } from 'node:path'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Deps } from '../functions/runtime/deps.ts'
import { signatureOf } from '../functions/runtime/drand.ts'
import { tableShape } from '../functions/store/table.ts'
import { stateMachineArn } from './account.ts'
import { instantOf } from './clock.ts'
import { folderDocuments } from './documents/folder-documents.ts'
import { folderSealedTenders } from './documents/folder-sealed-tenders.ts'
import { testSignatureOnly } from './documents/test-signature.ts'
import type { UploadAddresses } from './documents/upload-addresses.ts'
import { prepareOffThread } from './draw/prepare-off-thread.ts'
import { randomnessHere } from './settings.ts'
import { folderTenderKeys } from './tender-keys/folder-tender-keys.ts'

/** The world as it is on one machine: what AWS keeps in services lies in folders, and the clock can be moved. */
export function portsOn(
  folder: string,
  {
    now,
    table,
    stepFunctions,
    mail,
    addresses,
  }: {
    /** Milliseconds. */
    now: () => number
    table: DynamoDBDocumentClient
    stepFunctions: Awaited<ReturnType<Deps['workflows']['client']>>
    mail: Deps['mail']
    addresses: UploadAddresses
  },
): Deps {
  const within = (name: string) => join(folder, name)
  return {
    now: () => instantOf(now()),
    table: { client: table, name: tableShape.name },
    workflows: { client: async () => stepFunctions, arnOf: stateMachineArn },
    documents: folderDocuments(within('documents')),
    sealedTenders: folderSealedTenders(within('sealed-tenders'), addresses),
    malware: testSignatureOnly(within('documents')),
    mail,
    tenderKeys: folderTenderKeys(within('tender-keys')),
    prepareDraw: prepareOffThread,
    signatureOf,
    randomness: randomnessHere(process.env['RANDOMNESS']),
  }
}
