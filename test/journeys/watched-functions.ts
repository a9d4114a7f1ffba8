import { AsyncLocalStorage } from 'node:async_hooks'
import { portPermissions } from '../../cdk/permissions/permissions.ts'
import type { Deps } from '../../functions/runtime/deps.ts'
import type { StepHandler } from '../../local/functions.ts'
import { loadProduct, type Product } from '../../local/product.ts'

/** What each function does on one machine is watched, and told as what AWS would ask its role for. */

/** The function that is running. */
const running = new AsyncLocalStorage<string>()

/** What each function did, as the actions that AWS would ask its role for. */
export const done = new Map<string, Set<string>>()

export const watchedFunctions = (functions: Map<string, StepHandler>): Map<string, StepHandler> =>
  new Map([...functions].map(([name, handler]) => [name, (payload) => running.run(name, () => handler(payload))]))

export async function watchedProduct(): Promise<Product> {
  const product = await loadProduct()
  return {
    ...product,
    app: { fetch: (request) => running.run('api', () => product.app.fetch(request)) },
    consume: (event) => running.run('consume', () => product.consume(event)),
    sweep: () => running.run('sweep', () => product.sweep()),
  }
}

function did(...actions: string[]): void {
  const name = running.getStore()
  if (name === undefined) return
  const all = done.get(name) ?? new Set()
  for (const action of actions) all.add(action)
  done.set(name, all)
}

export async function watch({
  table,
  workflows,
  documents,
  sealedTenders,
  malware,
  mail,
  tenderKeys,
}: Deps): Promise<void> {
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
