import { randomBytes } from 'node:crypto'
import { commitTo, type SeedCommitment } from '../../domain/panel-draw/seed.ts'
import type { Deps } from '../runtime/deps.ts'
import { keepSecret, readSecret } from './secret-store.ts'

/** Makes the seed of that name, keeps it, and says only what commits to it. Promising twice is promising once. */
export async function promiseSeed(deps: Pick<Deps, 'table'>, caseId: string, name: string): Promise<SeedCommitment> {
  return commitTo(name, await keepSecret(deps, caseId, `seed-${name}`, randomBytes(32).toString('hex')))
}

/** The seed behind a commitment, to be revealed with its draw. */
export async function revealSeed(deps: Pick<Deps, 'table'>, caseId: string, { name }: SeedCommitment): Promise<string> {
  const seed = await readSecret(deps, caseId, `seed-${name}`)
  if (seed === undefined)
    throw new Error(`The seed “${name}” of case ${caseId} is not kept: the draw cannot be made from it.`)
  return seed
}
