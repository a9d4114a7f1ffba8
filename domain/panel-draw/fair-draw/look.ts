import { pageOfRound } from '../randomness/page-of-round.ts'
import { existsFrom } from '../randomness/source.ts'
import type { Certificate } from './certificate.ts'

/**
 * What no file can show, and everybody can look up: whether the source that was passed over for its fallback was really
 * missing, whether numbers that were copied down are those that were published, and whether contributed numbers were kept secret.
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
    ...(used?.kind === 'commit-reveal'
      ? [
          `LOOK: the numbers are those of ${used.contributions.map(({ by }) => by).join(', ')}. Whoever knew all the numbers that were used, when the draw was committed to, could have chosen the panel; nobody else could. Ask them whether they kept theirs to themselves`,
        ]
      : []),
  ]
}
