import { PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam'
import type { Permission } from './permissions.ts'

/** Where the things are that permissions speak of, as ARNs. */
export interface Places {
  table: string
  documentsBucket: string
  workflows: string[]
  mailIdentity: string
  mailFrom: string
  /** Every KMS key of the account and region: conditions narrow it to those of tenders. */
  keys: string
  tenderKeyAliases: string
}

/** As `functions/runtime/kms-tender-keys.ts` names and tags them. */
export const tenderKeyTag = { key: 'redesign-panels', value: 'tender' }
export const tenderKeyAlias = 'alias/redesign-panels/tender/*'

interface Where extends Pick<PolicyStatementProps, 'resources' | 'conditions'> {
  /** Why a pattern and not a name. */
  reason?: string
}

const asksForTenderKey = { [`aws:RequestTag/${tenderKeyTag.key}`]: tenderKeyTag.value }

/**
 * The keys of tenders are made while a case runs, so no policy can name them: they are told by the tag that they are born
 * with and by the alias that they are used under.
 */
function where(on: Permission['on'], places: Places): Where {
  switch (on) {
    case 'table':
      return { resources: [places.table] }
    case 'documents':
      return {
        resources: [`${places.documentsBucket}/documents/*`],
        reason: 'Which documents there are, the record says.',
      }
    case 'supplied documents':
      return {
        resources: [`${places.documentsBucket}/documents/opened/supplied/*`],
        reason: 'Which documents were supplied, the record says.',
      }
    case 'sealed tenders':
      return { resources: [`${places.documentsBucket}/tenders/*`], reason: 'Which tenders there are, the record says.' }
    case 'documents listing':
      return listing(places, 'documents/*')
    case 'sealed tenders listing':
      return listing(places, 'tenders/*')
    case 'workflows':
      return { resources: places.workflows }
    case 'executions':
      return {
        resources: places.workflows.map((arn) => `${arn.replace(':stateMachine:', ':execution:')}:*`),
        reason: 'Which executions there are, the record says.',
      }
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
    case 'keys to name':
      // A tag takes up to five minutes to count in a policy, so it cannot be asked of a key that was just made. The alias
      // is limited instead (the line above), and whoever decrypts asks for the tag as well.
      return { resources: [places.keys], reason: 'Keys of tenders are made at run time, and named at once.' }
    case 'keys by their tender alias':
      return {
        resources: [places.keys],
        reason: 'Keys of tenders are made at run time; the condition tells them by the alias that is asked for.',
        conditions: { StringLike: { 'kms:RequestAlias': tenderKeyAlias } },
      }
    case 'quality keys':
      return openingWith(places, `${tenderKeyAlias}-quality`)
    case 'price keys':
      return openingWith(places, `${tenderKeyAlias}-price`)
  }
}

const listing = (places: Places, prefix: string): Where => ({
  resources: [places.documentsBucket],
  conditions: { StringLike: { 's3:prefix': prefix } },
})

const openingWith = (places: Places, alias: string): Where => ({
  resources: [places.keys],
  reason: 'Keys of tenders are made at run time; the conditions tell them by tag and alias.',
  conditions: {
    StringEquals: {
      [`aws:ResourceTag/${tenderKeyTag.key}`]: tenderKeyTag.value,
      'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256',
    },
    StringLike: { 'kms:RequestAlias': alias },
  },
})

/** One statement for each kind of thing; an action that several calls need is said once. */
export function statementsFor(
  permissions: Permission[],
  places: Places,
): { statement: PolicyStatement; reason: string | undefined }[] {
  return [...Map.groupBy(permissions, ({ on }) => on)].map(([on, group]) => {
    const { reason, ...props } = where(on, places)
    const actions = [...new Set(group.flatMap((one) => one.actions))].sort()
    return { statement: new PolicyStatement({ actions, ...props }), reason }
  })
}
