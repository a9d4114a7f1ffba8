import type { SFNClient } from '@aws-sdk/client-sfn'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { DrawJob } from '../../domain/panel-draw/commit.ts'
import type { Prepared } from '../../domain/panel-draw/fair-draw/prepare.ts'
import type { SourceKind } from '../../domain/panel-draw/source-of.ts'
import { awsDeps } from './aws.ts'

/** What the functions need from the world. AWS and the one-machine locality each provide it (design §4). */
export interface Deps {
  /** The present instant, as `2026-01-31T09:00:00.000Z`. */
  now(): string
  table: { client: DynamoDBDocumentClient; name: string }
  /** Only the stream consumer and the sweep ask the workflows, so their client is made when it is first asked for. */
  workflows: { client(): Promise<SFNClient>; arnOf(workflow: string): string }
  documents: Documents
  sealedTenders: SealedTenders
  malware: Malware
  mail: Mail
  tenderKeys: TenderKeys
  /** Solves a draw, away from whatever must go on answering. */
  prepareDraw(job: DrawJob): Promise<Prepared>
  /** The signature of a round of drand quicknet, in hex, unchecked; undefined where it cannot be had now. */
  signatureOf(round: number): Promise<string | undefined>
  /** Where cases that are accepted here take the randomness of their draws from, if their rule book does not say. */
  randomness: SourceKind
}

/** Documents that may be read, as bytes under a key: in S3, or in a folder. Keys hold no personal data. */
export interface Documents {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Keeps what a bidder supplies after the opening, under a key that begins with `opened/supplied/`, where nothing else lies. */
  putSupplied(key: string, bytes: Uint8Array): Promise<void>
  /** Removes what lies there; nothing where there is nothing. */
  removeSupplied(key: string): Promise<void>
  /** One document from its parts, never more than one of them in memory: there whole, or not at all. */
  putParts(key: string, parts: AsyncIterable<Uint8Array>): Promise<void>
  /** @throws Error named `DocumentNotFound` */
  get(key: string): Promise<Uint8Array>
  /** @throws Error named `DocumentNotFound` */
  getRange(key: string, range: { from: number; bytes: number }): Promise<Uint8Array>
}

/** What bidders sealed, kept apart from everything that may be read: code that reads documents has no right to it, and vice versa. */
export interface SealedTenders {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** @throws Error named `DocumentNotFound` */
  get(key: string): Promise<Uint8Array>
  /** The keys that begin so, with the size of what lies there in bytes. */
  sizes(prefix: string): Promise<Map<string, number>>
  /**
   * Where a bidder's client puts these very bytes, and nothing else, once, by a PUT with these headers: the address (it may
   * be relative to the portal's) is signed, and good for as many seconds.
   */
  uploadTo(key: string, what: { bytes: number; sha256: string; seconds: number }): Promise<Upload>
}

export interface Upload {
  url: string
  headers: Record<string, string>
}

/** Looks for malware in what was opened. Where nothing looks, it says so. */
export interface Malware {
  /** @param key of a document; `pending` while it is being looked at */
  verdictOn(key: string): Promise<'none found' | 'found' | 'not looked for' | 'pending'>
}

export interface Mail {
  send(message: MailMessage): Promise<void>
}

export interface MailMessage {
  to: string
  subject: string
  text: string
  /** What it lists, each thing with a page of the portal. */
  items?: { text: string; page: string }[]
  /** The page of the portal that it is about: a path, to which a link is added. */
  page: string
  /** Before that link, where things are listed. */
  closing?: string
}

/** The text with its links. @param portal where the portal is, without a slash at the end */
export const withLink = ({ text, items = [], closing, page }: MailMessage, portal: string): string =>
  [
    text,
    ...items.map((item) => `${item.text}\n${portal}${item.page}\n`),
    ...(closing === undefined ? [] : [closing]),
    `${portal}${page}\n`,
  ].join('\n')

/**
 * Two key pairs made for one tender (RSA-OAEP, SHA-256), one for each half: the public halves seal; each private half is for
 * one step alone, so that the step that opens the tenders cannot open a price either.
 */
export interface TenderKeys {
  /** Idempotent by name. Returns the public keys as SPKI, base64. */
  make(name: string): Promise<{ quality: string; price: string }>
  /** For the step “Open the tenders” alone. */
  unwrapQuality(name: string, wrapped: Uint8Array): Promise<Uint8Array>
  /** For the step “Open the prices” alone. */
  unwrapPrice(name: string, wrapped: Uint8Array): Promise<Uint8Array>
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
