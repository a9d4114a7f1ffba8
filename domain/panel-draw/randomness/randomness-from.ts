import { randomnessOfReveals } from './commit-reveal.ts'
import { randomnessOfRound } from './drand.ts'
import { keyOf, misshapen, randomnessOfKey, written } from './public-numbers.ts'
import type { Evidence, Source } from './source.ts'

/** 32 bytes in hex, or what is wrong with the evidence. */
export function randomnessFrom(source: Source, evidence: Evidence): { randomness: string } | { problem: string } {
  if (source.kind === 'drand-quicknet' && evidence.kind === 'drand-quicknet') {
    if (evidence.round !== source.round) return { problem: `round ${source.round} was named, not ${evidence.round}` }
    const randomness = randomnessOfRound(evidence.round, evidence.signature)
    return randomness ? { randomness } : { problem: `the signature is not drand’s for round ${evidence.round}` }
  }
  if (source.kind === 'public-numbers' && evidence.kind === 'public-numbers') {
    if (evidence.numbers.length !== source.sources.length)
      return { problem: `${source.sources.length} sources were named, and ${evidence.numbers.length} have numbers` }
    try {
      const [wrong] = evidence.numbers.flatMap((numbers) => misshapen(numbers, source.numbers) ?? [])
      if (wrong !== undefined) return { problem: wrong }
      const other = evidence.numbers.find((numbers) => numbers !== written(numbers))
      if (other !== undefined) return { problem: `“${other}” is written “${written(other)}”` }
      const key = keyOf(evidence.numbers)
      return key === evidence.key
        ? { randomness: randomnessOfKey(key) }
        : { problem: `the numbers make the key ${key}, not ${evidence.key}` }
    } catch (error) {
      return { problem: error instanceof RangeError ? error.message : 'the numbers cannot be read' }
    }
  }
  if (source.kind === 'commit-reveal' && evidence.kind === 'commit-reveal') {
    const outcome = randomnessOfReveals(source.contributions, source.fallback, evidence.reveals)
    if ('problem' in outcome || outcome.replaced.join('\n') === evidence.replaced.join('\n')) return outcome
    return {
      problem: `${outcome.replaced.join(', ') || 'nobody'} did not reveal, not ${evidence.replaced.join(', ') || 'nobody'}`,
    }
  }
  return { problem: `${source.kind} was named as the source, not ${evidence.kind}` }
}
