import { PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam'
import type { Permission } from './permissions.ts'

/** Where the things are that permissions speak of, as ARNs. */
export interface Places {
  table: string
  /** The objects of the documents bucket. */
  documents: string
  workflows: string[]
  mailIdentity: string
  mailFrom: string
  /** Every KMS key of the account and region: conditions narrow it to those of tenders. */
  keys: string
  tenderKeyAliases: string
}

/** As `functions/runtime/aws.ts` names and tags them. */
export const tenderKeyTag = { key: 'redesign-panels', value: 'tender' }
export const tenderKeyAlias = 'alias/redesign-panels/tender/*'

interface Where extends Pick<PolicyStatementProps, 'resources' | 'conditions'> {
  /** Why a pattern and not a name. */
  reason?: string
}

const isTenderKey = { [`aws:ResourceTag/${tenderKeyTag.key}`]: tenderKeyTag.value }
const asksForTenderKey = { [`aws:RequestTag/${tenderKeyTag.key}`]: tenderKeyTag.value }

/**
 * The keys of tenders are made while a case runs, so no policy can name them: they are told by the tag that they are born
 * with and by the alias that they are used under.
 */
function where(on: Permission['on'], actions: string[], places: Places): Where {
  switch (on) {
    case 'table':
      return { resources: [places.table] }
    case 'documents':
      return { resources: [places.documents], reason: 'Which documents there are, the record says.' }
    case 'workflows':
      return { resources: places.workflows }
    case 'mail':
      return {
        resources: [places.mailIdentity],
        conditions: { StringEquals: { 'ses:FromAddress': places.mailFrom } },
      }
    case 'new tender keys':
      return {
        resources: ['*'],
        reason: 'A key that is not there yet has no name: it must be born with the tag of tender keys.',
        conditions: {
          StringEquals: { ...asksForTenderKey, 'kms:KeySpec': 'RSA_2048', 'kms:KeyUsage': 'ENCRYPT_DECRYPT' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': [tenderKeyTag.key] },
        },
      }
    case 'tags of new tender keys':
      return {
        resources: [places.keys],
        reason: 'Keys of tenders are made at run time.',
        conditions: {
          StringEquals: asksForTenderKey,
          'ForAllValues:StringEquals': { 'aws:TagKeys': [tenderKeyTag.key] },
        },
      }
    case 'tender key aliases':
      return { resources: [places.tenderKeyAliases], reason: 'Keys of tenders are made at run time.' }
    case 'tender keys':
      return {
        resources: [places.keys],
        reason: 'Keys of tenders are made at run time; the conditions tell them by tag and alias.',
        conditions: {
          StringEquals: {
            ...isTenderKey,
            ...(actions.includes('kms:Decrypt') && { 'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256' }),
          },
          ...(actions.includes('kms:Decrypt') && { StringLike: { 'kms:RequestAlias': tenderKeyAlias } }),
        },
      }
  }
}

/** One statement for each kind of thing and the conditions on it; the same action is said once. */
export function statementsFor(
  permissions: Permission[],
  places: Places,
): { statement: PolicyStatement; reason: string | undefined }[] {
  const groups = Map.groupBy(permissions, ({ on, actions }) => `${on} ${on === 'tender keys' ? actions.join() : ''}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const actions = [...new Set(group.flatMap((one) => one.actions))].sort()
    const { reason, ...props } = where(first.on, actions, places)
    return [{ statement: new PolicyStatement({ actions, ...props }), reason }]
  })
}
