import { digest } from '../record/chain.ts'
import type { Finding } from './conflict.ts'

/**
 * What somebody read of a finding: with other facts or other words it is another reading. A ruling names the readings that it
 * rests on, so that nothing is ruled on that came up in between.
 */
export const readingOf = ({ rule, evidence, fingerprint }: Finding): string =>
  digest({ rule, evidence, fingerprint: fingerprint ?? null })
