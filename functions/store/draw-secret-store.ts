import { randomBytes } from 'node:crypto'
import { type Contribution, commitmentTo } from '../../domain/panel-draw/randomness/commit-reveal.ts'
import type { Deps } from '../runtime/deps.ts'
import { keepSecret, readSecret } from './secret-store.ts'

/**
 * The name under which the company contributes to a draw: its number is revealed only in place of a practice that does not
 * reveal.
 */
const COMPANY = 'the company'

const nameOf = (draw: number): string => `contribution-to-draw-${draw}`

/** Makes and keeps the company's number for a draw, and says only what commits to it. Doing it twice is doing it once. */
export async function keepContribution(deps: Pick<Deps, 'table'>, caseId: string, draw: number): Promise<Contribution> {
  const secret = await keepSecret(deps, caseId, nameOf(draw), randomBytes(32).toString('hex'))
  return { by: COMPANY, commitment: commitmentTo(COMPANY, secret) }
}

/** @throws Error where none was kept */
export async function readContribution(deps: Pick<Deps, 'table'>, caseId: string, draw: number): Promise<string> {
  const secret = await readSecret(deps, caseId, nameOf(draw))
  if (secret === undefined) throw new Error(`The company’s number for draw ${draw} of case ${caseId} is not kept.`)
  return secret
}
