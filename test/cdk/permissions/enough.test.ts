import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { functionFiles } from '../../../cdk/function-files.ts'
import { callsOf } from '../../../cdk/permissions/calls.ts'
import { permissionsFor, portPermissions } from '../../../cdk/permissions/permissions.ts'
import { type Deps, deps } from '../../../functions/runtime/deps.ts'
import { demo } from '../../../local/demo/demo.ts'
import { type RunningLocality, startLocality } from '../../../local/locality.ts'
import { loadProduct, type Product } from '../../../local/product.ts'

/** A whole case is played on one machine, and each function is held to the rights that it would have in AWS. */

/** The function that is running. */
const running = await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import('node:async_hooks')
  return new AsyncLocalStorage<string>()
})

vi.mock('../../../local/functions.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../../local/functions.ts')>()
  const loadFunctions: typeof real.loadFunctions = async (folder, workflows) => {
    const loaded = await real.loadFunctions(folder, workflows)
    return new Map([...loaded].map(([name, handler]) => [name, (payload) => running.run(name, () => handler(payload))]))
  }
  return { ...real, loadFunctions }
})

async function watchedProduct(): Promise<Product> {
  const product = await loadProduct()
  return {
    ...product,
    app: { fetch: (request) => running.run('api', () => product.app.fetch(request)) },
    consume: (event) => running.run('consume', () => product.consume(event)),
    sweep: () => running.run('sweep', () => product.sweep()),
  }
}

/** What each function did, as the actions that AWS would ask its role for. */
const done = new Map<string, Set<string>>()

function did(...actions: string[]): void {
  const name = running.getStore()
  if (name === undefined) return
  const all = done.get(name) ?? new Set()
  for (const action of actions) all.add(action)
  done.set(name, all)
}

async function watch({ table, workflows, documents, sealedTenders, malware, mail, tenderKeys }: Deps): Promise<void> {
  table.client.middlewareStack.add(
    (next, context) => (args) => {
      const items: Record<string, unknown>[] = Reflect.get(args.input, 'TransactItems') ?? []
      did(
        ...actionsOf(
          context.commandName ?? '',
          items.flatMap((item) => Object.keys(item)),
        ),
      )
      return next(args)
    },
    { step: 'initialize', name: 'watch' },
  )
  const stepFunctions = await workflows.client()
  stepFunctions.middlewareStack.add(
    (next, context) => (args) => {
      did(`states:${(context.commandName ?? '').replace(/Command$/, '')}`)
      return next(args)
    },
    { step: 'initialize', name: 'watch' },
  )
  const ports = { documents, sealedTenders, malware, mail, tenderKeys }
  for (const [call, permissions] of Object.entries(portPermissions)) {
    const [port, method = ''] = call.split('.')
    const object = ports[port as keyof typeof ports]
    const real: (...args: unknown[]) => unknown = Reflect.get(object, method)
    Reflect.set(object, method, (...args: unknown[]) => {
      did(...permissions.flatMap(({ actions }) => actions))
      return real.apply(object, args)
    })
  }
}

/** A transaction asks for what it is made of. */
function actionsOf(command: string, kinds: string[]): string[] {
  const ofKinds: Record<string, string> = {
    Put: 'PutItem',
    Update: 'UpdateItem',
    Delete: 'DeleteItem',
    ConditionCheck: 'ConditionCheckItem',
  }
  const names = command.startsWith('TransactWrite')
    ? kinds.map((kind) => ofKinds[kind])
    : [command.replace(/Command$/, '')]
  return names.map((name) => `dynamodb:${name}`)
}

let folder: string
let locality: RunningLocality

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  locality = await startLocality({ port: 0, dataDir: folder, log: () => {} }, watchedProduct)
  await watch(deps())
  await demo(locality.url, () => {})
}, 300_000)

afterAll(async () => {
  await locality?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the rights that are derived from the code', () => {
  const rights = new Map(
    [...callsOf(functionFiles())].map(([name, calls]) => [
      name,
      new Set(permissionsFor(calls).flatMap(({ actions }) => actions)),
    ]),
  )

  test('are enough for a whole case: nobody did what they might not', () => {
    const refused = [...done].flatMap(([name, actions]) =>
      [...actions].filter((action) => !rights.get(name)?.has(action)).map((action) => `${name}: ${action}`),
    )
    expect(refused).toEqual([])
  })

  test('were asked for by nearly every function, and the sensitive ones by all that have them', () => {
    expect(done.size).toBeGreaterThan(functionFiles().length * 0.8)
    const sensitive = ['kms:Decrypt', 'kms:CreateKey', 'ses:SendEmail', 'states:SendTaskSuccess']
    for (const action of sensitive) {
      const may = [...rights].filter(([name, all]) => all.has(action) && name !== 'sweep').map(([name]) => name)
      expect(
        [...done].filter(([, all]) => all.has(action)).map(([name]) => name),
        action,
      ).toEqual(expect.arrayContaining(may))
    }
  })
})
