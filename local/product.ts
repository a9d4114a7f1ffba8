import { join } from 'node:path'
import type { Deps } from '../functions/runtime/deps.ts'
import type { Locality } from '../functions/store/locality-store.ts'
import type { StreamHandler } from './dynamodb/follow.ts'

/** What runs here and in AWS alike. */
export interface Product {
  app: { fetch(request: Request): Response | Promise<Response> }
  /** The stream consumer. */
  consume: StreamHandler
  /** The daily sweep. */
  sweep(): Promise<unknown>
  putLocality(deps: Deps, locality: Locality): Promise<void>
  /** The folder of the `.asl.json` files. */
  workflows: string
  /** The folder of the steps. */
  steps: string
}

export const root = join(import.meta.dirname, '..')

/** Imported late: the modules read their settings and `deps()` from a process that is ready for them. */
export async function loadProduct(): Promise<Product> {
  const [{ app }, { handler: consume }, { handler: sweep }, { loadLocality }] = await Promise.all([
    import('../functions/api/app.ts'),
    import('../functions/events/consume.ts'),
    import('../functions/events/sweep.ts'),
    import('../functions/load-register/load-locality.ts'),
  ])
  return {
    app,
    consume,
    sweep,
    putLocality: loadLocality,
    workflows: join(root, 'workflows'),
    steps: join(root, 'functions', 'steps'),
  }
}
