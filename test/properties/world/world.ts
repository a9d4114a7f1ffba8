import type { SFNClient } from '@aws-sdk/client-sfn'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { Person } from '../../../domain/locality/locality.ts'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { prepareInProcess } from '../../../functions/runtime/prepare-in-process.ts'
import { keys } from '../../../functions/store/keys.ts'
import { uploadAddresses, uploadsPath } from '../../../local/documents/upload-addresses.ts'
import { loadProduct, type Product } from '../../../local/product.ts'
import { uploadRoutes } from '../../../local/routes/uploads.ts'
import { type SampleLocality, sampleLocality } from '../../../local/sample/sample-locality.ts'
import { folderTenderKeys } from '../../../local/tender-keys/folder-tender-keys.ts'
import { type Bytes, MemoryDocuments } from './memory-documents.ts'
import { type Kept, MemoryTable } from './memory-table.ts'
import { type Ending, workflowsByHand } from './workflows-by-hand.ts'

export interface Mail {
  to: string
  subject: string
  text: string
}

export interface Sent {
  method: string
  path: string
  body: unknown
}

/** A world as it was at some moment. */
export interface Moment {
  table: Kept
  now: string
  documents: Bytes
  sealed: Bytes
  mails: readonly Mail[]
}

export const ORIGIN = 'http://world.test'
/** What people know it as: as behind CloudFront, not the address that the API is asked at. */
export const PORTAL = 'https://panels.test'
const CLIENT = 'portal'

/**
 * The whole product in this process: the real API, steps, workflows and stream consumer over a table in memory. It answers
 * at `http://world.test` like a running locality, so that the demo's people can play in it, and can be brought back to any
 * moment that was kept, so that two worlds can go on from the same one.
 */
export class World {
  readonly sample: SampleLocality
  readonly people: Person[]
  readonly #table = new MemoryTable()
  readonly #product: Product
  readonly #run: (workflow: string, input: Record<string, unknown>) => Promise<Ending>
  readonly #sign: (person: string) => Promise<string>
  readonly #keys: unknown
  readonly #tokens = new Map<string, Promise<string>>()
  #now: string
  readonly #documents = new MemoryDocuments()
  readonly #sealed = new MemoryDocuments()
  readonly #addresses = uploadAddresses(() => Date.parse(this.#now))
  readonly #uploads = uploadRoutes(
    this.#addresses,
    this.#sealed.sealed(async (key, what) => this.#addresses.sign(key, what)),
  )
  #mails: Mail[] = []
  /** What a process keeps, it keeps by this: another object is another process. */
  #process: Deps['table'] = this.#newProcess()

  private constructor(
    now: string,
    product: Product,
    run: (workflow: string, input: Record<string, unknown>) => Promise<Ending>,
    keys: unknown,
    sign: (person: string) => Promise<string>,
  ) {
    this.#now = now
    this.#product = product
    this.#run = run
    this.#keys = keys
    this.#sign = sign
    this.sample = sampleLocality(now)
    this.people = this.sample.people
  }

  /** @param folder for the tenders’ keys */
  static async begin(folder: string, now = '2026-11-02T09:00:00.000Z'): Promise<World> {
    process.env['OIDC_ISSUER'] = ORIGIN
    process.env['OIDC_CLIENT_ID'] = CLIENT
    process.env['PORTAL_URL'] = PORTAL
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] }
    const sign = (username: string) =>
      new SignJWT({ username, client_id: CLIENT, token_use: 'access' })
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer(ORIGIN)
        .setIssuedAt()
        .setExpirationTime('2h')
        .sign(privateKey)
    const world = new World(now, await loadProduct(), await workflowsByHand(), keys, sign)
    const deps = world.#deps(folder)
    const { provide } = await import('../../../functions/runtime/deps.ts')
    provide(deps)
    // Nominees declare as they accept; whoever approves has declared before.
    const declarations = world.people
      .filter(({ roles }) => roles.includes('approver'))
      .map(({ id }) => ({ person: id, declaration: { kind: 'nothing to declare' as const }, declaredAt: now }))
    await world.#product.putLocality(deps, { ...world.sample, declarations })
    return world
  }

  get now(): string {
    return this.#now
  }

  get mails(): readonly Mail[] {
    return this.#mails
  }

  /** Every item of the table, whosever. */
  items(): object[] {
    return this.#table.all()
  }

  keep(): Moment {
    return {
      ...{ table: this.#table.keep(), now: this.#now, mails: [...this.#mails] },
      ...{ documents: this.#documents.keep(), sealed: this.#sealed.keep() },
    }
  }

  restore({ table, now, documents, sealed, mails }: Moment): void {
    // Where nothing was written, what the process has read is still so.
    if (!this.#table.isAt(table)) this.#process = this.#newProcess()
    this.#table.restore(table)
    this.#now = now
    this.#documents.restore(documents)
    this.#sealed.restore(sealed)
    this.#mails = [...mails]
  }

  #newProcess(): Deps['table'] {
    return { client: this.#table.client, name: 'world' }
  }

  token(person: string): Promise<string> {
    const token = this.#tokens.get(person) ?? this.#sign(person)
    this.#tokens.set(person, token)
    return token
  }

  /** Everything at this origin; what `globalThis.fetch` is to be while the world is played in. */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/api/')) return this.#product.app.fetch(request)
    if (pathname.startsWith(uploadsPath)) {
      const body = await request.arrayBuffer()
      const headers = { 'content-length': String(body.byteLength) }
      return this.#uploads.fetch(new Request(request.url, { method: request.method, body, headers }))
    }
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return Response.json({ issuer: ORIGIN, jwks_uri: `${ORIGIN}/keys` })
      case '/keys':
        return Response.json(this.#keys)
      case '/local/people':
        return Response.json({ people: this.people })
      case '/local/settled':
        await this.settle()
        return Response.json({})
      case '/local/clock':
        if (request.method === 'POST') await this.advance(((await request.json()) as { to: string }).to)
        return Response.json({ now: this.#now })
      default:
        return Response.json({ detail: `There is nothing at ${pathname}.` }, { status: 404 })
    }
  }

  /** Locks somebody out of a case, whatever found their conflict. */
  async exclude(person: string, caseId: string): Promise<void> {
    const reason = 'Owns a share in a provider of this service.'
    await this.#table.client.send(
      new PutCommand({ TableName: 'world', Item: { ...keys.exclusion(person, caseId), reason } }),
    )
  }

  /** As if this provider had proposed the case: it then sees where its proposal stands, and may tender for it. */
  async becomeProposer(person: string, caseId: string): Promise<void> {
    const proposal = this.#table.all().find(({ pk, sk }) => pk === `CASE#${caseId}` && sk === 'NOW#proposal')
    const body = JSON.stringify({ ...JSON.parse(String(proposal?.['body'])), submittedBy: person })
    await this.#table.client.send(new PutCommand({ TableName: 'world', Item: { ...proposal, body } }))
    // Nobody but the product writes what it keeps.
    this.#process = this.#newProcess()
  }

  /**
   * A text with every hash of an event said as the first, the second and so on that it holds. Such a hash is over a digest with
   * 128 random bits, which nobody but the export of an ended case is given: it tells nothing of what the event says, nor of how
   * many came before, and is new in every world.
   */
  withoutEventHashes(text: string): string {
    if (!/[0-9a-f]{16}/.test(text)) return text
    const events = this.#table.all().filter(({ sk }) => sk.startsWith('EVENT#'))
    // A version of the register is the beginning of one.
    const hashes = new Set(events.flatMap(({ hash }) => [String(hash), String(hash).slice(0, 16)]))
    const met: string[] = []
    return text.replaceAll(/[0-9a-f]{64}|\b[0-9a-f]{16}\b/g, (hash) => {
      if (!hashes.has(hash)) return hash
      if (!met.includes(hash)) met.push(hash)
      return `<hash of event, ${met.indexOf(hash)}>`
    })
  }

  /** Lives through the time until then, waking at every deadline on the way. */
  async advance(to: string): Promise<void> {
    for (let next = await this.settle(); next !== undefined && next <= to; next = await this.settle())
      // A workflow waits in whole seconds.
      this.#now = new Date(Math.max(Date.parse(next), Date.parse(this.#now) + 1000)).toISOString()
    if (to > this.#now) this.#now = to
    await this.settle()
  }

  /** Until no workflow and no stream record has anything to do. @returns when the next workflow wakes by itself */
  async settle(): Promise<string | undefined> {
    for (;;) {
      const next = await this.#runAll()
      const records = this.#table.written.splice(0)
      // Of open waits and marks the stream tells those who wrote them; what goes on goes on by events.
      if (!records.some(({ after }) => after?.sk.startsWith('EVENT#'))) return next
      await this.#stream(records)
    }
  }

  async #runAll(): Promise<string | undefined> {
    const wakes: string[] = []
    for (const { caseId, stage, attempt, status } of this.#lives()) {
      if (status !== 'open') continue
      let ending = await this.#run(stage, { caseId, stage, attempt })
      while (ending !== 'over' && 'starts' in ending)
        ending = await this.#run(ending.starts.workflow, ending.starts.input)
      if (ending !== 'over') wakes.push(ending.waitsUntil)
    }
    return wakes.sort()[0]
  }

  #lives() {
    return this.#table
      .all()
      .filter(({ sk }) => sk === 'NOW#life')
      .map(({ pk, body }) => ({
        caseId: pk.slice('CASE#'.length),
        ...(JSON.parse(String(body)) as { stage: string; attempt: number; status: string }),
      }))
  }

  async #stream(records: MemoryTable['written']): Promise<void> {
    const image = (item: Record<string, unknown> | undefined) =>
      item && (marshall(item) as NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>)
    const Records = records.map(({ before, after }, index): DynamoDBRecord => {
      const [NewImage, OldImage] = [image(after), image(before)]
      return {
        eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE',
        dynamodb: { SequenceNumber: String(index), ...(NewImage && { NewImage }), ...(OldImage && { OldImage }) },
      }
    })
    const answer = (await this.#product.consume({ Records })) as { batchItemFailures: unknown[] }
    if (answer.batchItemFailures.length > 0) throw new Error('The stream consumer failed.')
  }

  #deps(folder: string): Deps {
    const nobody = { send: async () => ({}) } as unknown as SFNClient
    const process = () => this.#process
    return {
      now: () => this.#now,
      get table() {
        return process()
      },
      workflows: { client: async () => nobody, arnOf: (workflow) => workflow },
      documents: this.#documents.readable(),
      sealedTenders: this.#sealed.sealed(async (key, what) => this.#addresses.sign(key, what)),
      malware: { verdictOn: async () => 'none found' },
      mail: {
        send: async (message) => {
          this.#mails.push(message)
        },
      },
      tenderKeys: folderTenderKeys(folder),
      prepareDraw: prepareInProcess,
      signatureOf: async () => undefined,
      randomness: 'commit-reveal',
    }
  }
}
