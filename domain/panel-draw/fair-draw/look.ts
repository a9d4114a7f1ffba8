import { pageOfRound } from '../randomness/page-of-round.ts'
import { existsFrom } from '../randomness/source.ts'
import type { Certificate } from './certificate.ts'

/**
 * What no file can show, and everybody can look up: whether the source that was passed over for its fallback was really
 * missing, and whether numbers that were copied down are those that were published.
 */
export function lookAt({ source, fallback }: Certificate['terms'], from: Certificate['from']): string[] {
  const used = from === 'source' ? source : fallback
  return [
    ...(from === 'fallback'
      ? [
          source.kind === 'drand-quicknet'
            ? `LOOK: the fallback was used, so round ${source.round} of drand, due at ${existsFrom(source)}, MUST HAVE BEEN MISSING until the panel was drawn. Check here: ${pageOfRound(source.round)} If that page shows the round, the fallback was wrong, unless drand published it late`
            : `LOOK: the fallback was taken, so what was named first, due at ${existsFrom(source)}, must have been missing`,
        ]
      : []),
    ...(used?.kind === 'public-numbers'
      ? [`LOOK: the numbers must be those that were published as: ${used.sources.join('; ')}`]
      : []),
  ]
}
