import { join } from 'node:path'
import type { Person } from '../domain/locality/locality.ts'
import { provide } from '../functions/runtime/deps.ts'
import { logger } from '../functions/runtime/log.ts'
import { advancing } from './advance.ts'
import { openClock } from './clock.ts'
import type { Counts } from './counts.ts'
import { sweepDaily } from './daily-sweep.ts'
import { takeDataFolder } from './data-folder.ts'
import { uploadAddresses } from './documents/upload-addresses.ts'
import { countRequests } from './dynamodb/counted.ts'
import { openTable } from './dynamodb/open-table.ts'
import { readStream } from './dynamodb/stream.ts'
import { invoking, loadFunctions } from './functions.ts'
import { clientId, issuerFor, issuerPath } from './identity/issuer.ts'
import { identityKeys } from './identity/keys.ts'
import { withIssuer } from './identity/mounted.ts'
import { signInPeople, signInRoutes } from './identity/sign-in-routes.ts'
import { type LoopbackServer, listenOnLoopback } from './loopback-server.ts'
import { openOutbox } from './mail/outbox.ts'
import { portalFrom } from './portal.ts'
import { portsOn } from './ports.ts'
import { loadProduct, type Product, root } from './product.ts'
import { sampleRegister } from './register.ts'
import { localRoutes } from './routes/local-routes.ts'
import { uploadRoutes } from './routes/uploads.ts'
import type { Progress } from './sample/sample-cases.ts'
import { settling } from './settled.ts'
import { site } from './site.ts'
import { placeForStepFunctions } from './step-functions.ts'
import { countingTransitions } from './transitions.ts'
import { deployWorkflows, readWorkflows } from './workflows.ts'

export interface LocalityOptions {
  /** 0 for any free one. */
  port: number
  dataDir: string
  log: (line: string) => void
  /** Delete what is in the data folder first; the person was asked. */
  fresh?: boolean
  /** Build the portal while everything else starts, not when its first page is asked for. */
  buildPortal?: boolean
  /** How far behind real time the clock of a fresh folder begins, in milliseconds. */
  behindMs?: number
  /** The locality cannot go on; whoever started it ends it. */
  gaveUp?: (why: Error) => void
}

export interface RunningLocality {
  url: string
  clock: {
    /** An instant. */
    now(): string
    /** Lives through the time until then; see advance.ts. */
    advance(to: string): Promise<void>
  }
  /** Resolves when no workflow step and no stream record is under way. */
  settled(): Promise<void>
  counts(): Promise<Counts>
  /** Of the sample cases, which whoever started the locality may play. */
  sampleCases: Progress
  /** Who can sign in. */
  people: Person[]
  /** Resolves when the portal's pages are there, building them if need be; or with why they could not be built. */
  portalBuilt(): Promise<string | undefined>
  close(): Promise<void>
}

/** AWS on one machine: everything on 127.0.0.1, all data in one folder. @throws CannotStart, before anything is touched */
export async function startLocality(
  options: LocalityOptions,
  load: () => Promise<Product> = loadProduct,
): Promise<RunningLocality> {
  const server = await listenOnLoopback(options.port)
  const opened = new AsyncDisposableStack()
  const close = async (): Promise<void> => {
    await server.close()
    await opened.disposeAsync()
  }
  try {
    return { ...(await open(options, load, server, opened)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  {
    dataDir,
    log,
    fresh = false,
    behindMs = 0,
    buildPortal = false,
    gaveUp = (why) => log(why.message),
  }: LocalityOptions,
  load: () => Promise<Product>,
  server: LoopbackServer,
  opened: AsyncDisposableStack,
): Promise<Omit<RunningLocality, 'close'>> {
  const folder = await takeDataFolder(dataDir, { fresh })
  opened.defer(folder.release)
  const portal = portalFrom(root, log)
  opened.defer(portal.close)
  if (buildPortal) void portal.built()
  const within = (name: string) => join(folder.path, name)
  const clock = await openClock(folder.path, Date.now, behindMs)

  // The API verifies sign-ins, and says where the portal is, with what stands here.
  process.env['OIDC_ISSUER'] = `${server.url}${issuerPath}`
  process.env['OIDC_CLIENT_ID'] = clientId
  process.env['PORTAL_URL'] = server.url
  // A line for every step would bury what the terminal has to say.
  if (!process.env['POWERTOOLS_LOG_LEVEL']) logger.setLogLevel('WARN')
  const product = await load()
  const workflows = await readWorkflows(product.workflows)
  const functions = invoking(await loadFunctions(product.steps, workflows))

  const table = await openTable({ folder: within('dynamodb'), log, gaveUp })
  opened.defer(table.close)
  const place = await placeForStepFunctions()
  opened.defer(place.close)
  const outbox = openOutbox(within('mail'), clock.now, server.url)
  const addresses = uploadAddresses(clock.now)
  const deps = portsOn(folder.path, {
    now: clock.now,
    table: table.clients.document,
    stepFunctions: place.client,
    mail: outbox,
    addresses,
  })
  provide(deps)
  const stepFunctions = place.open({ folder: within('stepfunctions'), clock, invoke: functions.invoke })
  opened.defer(stepFunctions.close)
  await deployWorkflows(place.client, workflows)
  const sample = await sampleRegister(folder.path, deps, product)

  const stream = await readStream({
    client: table.clients.streams,
    streamArn: table.streamArn,
    folder: within('dynamodb'),
    handler: product.consume,
    log,
  })
  opened.defer(stream.close)
  const tableRequests = countRequests(table.clients.document, stream.wake)
  const sweep = sweepDaily({ now: clock.now, sweep: product.sweep, log })
  opened.defer(sweep.close)

  const settled = settling([
    { quiet: sweep.idle, done: sweep.swept },
    stepFunctions,
    { quiet: stream.drained, done: stream.handled },
  ])
  const advance = advancing(clock, [stepFunctions, sweep], settled)
  const transitions = countingTransitions(place.client)
  const counts = async (): Promise<Counts> => ({
    transitions: await transitions(),
    lambdaInvocations: functions.invocations(),
    tableRequests: { ...tableRequests },
  })

  const signIn = signInPeople(sample)
  const nameOf = (id: string) => sample.people.find((person) => person.id === id)?.name
  const issuer = issuerFor({ port: server.port, keys: await identityKeys(folder.path), nameOf })
  const sampleCases: Progress = { played: 0, of: 0 }
  const uploads = uploadRoutes(addresses, deps.sealedTenders)
  const movable = { now: clock.now, advance, settled }
  const local = localRoutes({ uploads, sampleCases, clock: movable, outbox, signIn, counts })
  server.answerWith(withIssuer(issuer, site({ product, local, signIn: signInRoutes(issuer, signIn), portal })))

  return {
    url: server.url,
    clock: { now: deps.now, advance: (to) => advance(Date.parse(to)) },
    settled,
    counts,
    sampleCases,
    people: sample.people,
    portalBuilt: portal.built,
  }
}
