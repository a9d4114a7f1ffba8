import type { Documents, Mail, Malware, SealedTenders, TenderKeys } from '../../functions/runtime/deps.ts'

/** What may be done, and to what: statements.ts makes it a policy. */
export interface Permission {
  actions: string[]
  on:
    | 'table'
    | 'documents'
    | 'supplied documents'
    | 'documents listing'
    | 'sealed tenders'
    | 'sealed tenders listing'
    | 'workflows'
    | 'executions'
    | 'mail'
    | TenderKeyResource
}
type TenderKeyResource =
  | 'new tender keys'
  | 'tags of new tender keys'
  | 'tender key aliases'
  | 'keys to name'
  | 'keys by their tender alias'
  | 'quality keys'
  | 'price keys'

type PortCall =
  | `documents.${keyof Documents}`
  | `sealedTenders.${keyof SealedTenders}`
  | `malware.${keyof Malware}`
  | `mail.${keyof Mail}`
  | `tenderKeys.${keyof TenderKeys}`

const table = (...actions: string[]): Permission[] => [
  { actions: actions.map((action) => `dynamodb:${action}`), on: 'table' },
]
const workflows = (action: string): Permission[] => [{ actions: [`states:${action}`], on: 'workflows' }]

/** Calls that functions make with the clients of the AWS SDK. There is none for a scan: no function may read the whole table. */
export const sdkPermissions: Record<string, Permission[]> = {
  GetCommand: table('GetItem'),
  BatchGetCommand: table('BatchGetItem'),
  QueryCommand: table('Query'),
  paginateQuery: table('Query'),
  PutCommand: table('PutItem'),
  UpdateCommand: table('UpdateItem'),
  DeleteCommand: table('DeleteItem'),
  BatchWriteCommand: table('BatchWriteItem'),
  // A transaction is permitted by what it is made of.
  TransactWriteCommand: [],
  'transact Put': table('PutItem'),
  'transact Update': table('UpdateItem'),
  'transact Delete': table('DeleteItem'),
  'transact ConditionCheck': table('ConditionCheckItem'),
  StartExecutionCommand: workflows('StartExecution'),
  SendTaskSuccessCommand: workflows('SendTaskSuccess'),
  DescribeExecutionCommand: [{ actions: ['states:DescribeExecution'], on: 'executions' }],
}

const reading = (area: 'documents' | 'sealed tenders'): Permission[] => [
  { actions: ['s3:GetObject'], on: area },
  // Without it S3 says of an object that is not there that it may not be read.
  { actions: ['s3:ListBucket'], on: `${area} listing` },
]

/** Calls that functions make through the ports of `Deps`: what `functions/runtime/aws.ts` asks of AWS to answer them. */
export const portPermissions: Record<PortCall, Permission[]> = {
  'documents.get': reading('documents'),
  'documents.getRange': reading('documents'),
  'documents.put': [{ actions: ['s3:PutObject'], on: 'documents' }],
  'documents.putSupplied': [{ actions: ['s3:PutObject'], on: 'supplied documents' }],
  'documents.removeSupplied': [{ actions: ['s3:DeleteObject'], on: 'supplied documents' }],
  // To begin, to put a part and to complete are all s3:PutObject.
  'documents.putParts': [{ actions: ['s3:PutObject', 's3:AbortMultipartUpload'], on: 'documents' }],
  'sealedTenders.get': reading('sealed tenders'),
  'sealedTenders.put': [{ actions: ['s3:PutObject'], on: 'sealed tenders' }],
  'sealedTenders.sizes': [{ actions: ['s3:ListBucket'], on: 'sealed tenders listing' }],
  // An address is worth what its signer may do: this one thing, to one object.
  'sealedTenders.uploadTo': [{ actions: ['s3:PutObject'], on: 'sealed tenders' }],
  'malware.verdictOn': [{ actions: ['s3:GetObjectTagging'], on: 'documents' }],
  'mail.send': [{ actions: ['ses:SendEmail'], on: 'mail' }],
  'tenderKeys.make': [
    { actions: ['kms:CreateKey'], on: 'new tender keys' },
    { actions: ['kms:TagResource'], on: 'tags of new tender keys' },
    { actions: ['kms:CreateAlias'], on: 'tender key aliases' },
    { actions: ['kms:CreateAlias'], on: 'keys to name' },
    { actions: ['kms:GetPublicKey'], on: 'keys by their tender alias' },
  ],
  'tenderKeys.unwrapQuality': [{ actions: ['kms:Decrypt'], on: 'quality keys' }],
  'tenderKeys.unwrapPrice': [{ actions: ['kms:Decrypt'], on: 'price keys' }],
}

const permissions: Record<string, Permission[]> = { ...sdkPermissions, ...portPermissions }

/** @throws Error for a call of AWS that no line of the tables above permits */
export function permissionsFor(calls: Iterable<string>): Permission[] {
  return [...calls].flatMap((call) => {
    const found = permissions[call]
    if (found) return found
    if (/Command$|^paginate/.test(call))
      throw new Error(
        `${call} is called, but no permission is stated for it: add it in cdk/permissions/permissions.ts.`,
      )
    return []
  })
}

/** Settings that `functions/runtime/aws.ts` reads when a port is used. */
const portSettings: Record<string, string[]> = {
  documents: ['DOCUMENTS_BUCKET'],
  sealedTenders: ['DOCUMENTS_BUCKET'],
  malware: ['DOCUMENTS_BUCKET'],
  mail: ['MAIL_FROM', 'PORTAL_URL'],
  workflows: ['STATE_MACHINE_ARN_PREFIX'],
}

/** The settings that a function with these calls reads from its environment, in the order of their names. */
export function settingsFor(calls: Iterable<string>): string[] {
  const settings = [...calls].flatMap((call) => {
    if (call.startsWith('setting ')) return [call.slice('setting '.length)]
    const isPort = call in portPermissions || call === 'workflows.arnOf'
    return isPort ? (portSettings[call.split('.')[0] ?? ''] ?? []) : []
  })
  return [...new Set(['TABLE_NAME', ...settings])].sort()
}
