import { join } from 'node:path'
import type { Deps } from '../functions/runtime/deps.ts'
import { readJson, writeAtomically } from './atomic-file.ts'
import type { Product } from './product.ts'
import { declarationOf } from './sample/interests.ts'
import { type SampleLocality, sampleLocality } from './sample/sample-locality.ts'

/** The sample locality; the first time, it is written into the table. Interrupted there, it is written again. */
export async function sampleRegister(folder: string, deps: Deps, product: Product): Promise<SampleLocality> {
  const sample = sampleLocality(deps.now())
  const done = join(folder, 'sample-loaded.json')
  if ((await readJson(done)) === undefined) {
    const { people, practices, organisations, interests } = sample
    const declaredAt = deps.now()
    const declarations = people.map(({ id: person }) => ({
      person,
      declaration: declarationOf(interests, person),
      declaredAt,
    }))
    await product.putLocality(deps, { people, practices, organisations, declarations })
    await writeAtomically(done, JSON.stringify({ at: deps.now() }))
  }
  return sample
}
