import type { SFNClient } from '@aws-sdk/client-sfn'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { awsDeps } from './aws.ts'

/** What the functions need from the world. AWS and the one-machine locality each provide it (design §4). */
export interface Deps {
  /** The present instant, as `2026-01-31T09:00:00.000Z`. */
  now(): string
  table: { client: DynamoDBDocumentClient; name: string }
  workflows: { client: SFNClient; arnOf(workflow: string): string }
  documents: Documents
  mail: Mail
  tenderKeys: TenderKeys
}

/** Opaque bytes under a key: S3, or a folder. Keys hold no personal data. */
export interface Documents {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** @throws Error named `DocumentNotFound` */
  get(key: string): Promise<Uint8Array>
}

export interface Mail {
  send(message: MailMessage): Promise<void>
}

export interface MailMessage {
  to: string
  subject: string
  text: string
  /** The page of the portal that it is about: a path, to which a link is added. */
  page: string
}

/** The text with its link. @param portal where the portal is, without a slash at the end */
export const withLink = ({ text, page }: MailMessage, portal: string): string => `${text}\n${portal}${page}\n`

/** Key pairs made for one tender each (RSA-OAEP, SHA-256): the public half seals; only the opening steps may unwrap. */
export interface TenderKeys {
  /** Idempotent by name. Returns the public key as SPKI, base64. */
  make(name: string): Promise<string>
  unwrap(name: string, wrapped: Uint8Array): Promise<Uint8Array>
}

let provided: Deps | undefined

/** Gives the functions another world than AWS: one machine, or a test. */
export function provide(deps: Deps): void {
  provided = deps
}

export function deps(): Deps {
  provided ??= awsDeps()
  return provided
}
