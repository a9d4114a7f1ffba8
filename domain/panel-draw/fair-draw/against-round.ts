import { signatureBrought } from '../randomness/brought.ts'
import { randomnessFrom } from '../randomness/randomness-from.ts'
import type { Certificate } from './certificate.ts'
import { type DrawnByRound, panelOfRound } from './panel-of-round.ts'
import type { Terms } from './terms.ts'

/** The panel that the round which the terms named first draws. @param signature of the round, verified again */
export function drawnByRound(terms: Terms, commitment: string, signature: string): DrawnByRound | undefined {
  const { source } = terms
  if (source.kind !== 'drand-quicknet') return undefined
  const { kind, round } = source
  const outcome = randomnessFrom(source, { kind, round, signature })
  return 'problem' in outcome ? undefined : panelOfRound(terms, commitment, signature)
}

/**
 * Holds a certificate against the round that its terms named first, as somebody brings it. A fallback is right only where
 * there was no such round: whoever can keep a round from the service would get another throw of the dice by it.
 *
 * @param brought what the page of the round shows, or its signature
 */
export function againstRound(
  { terms, commitment, from }: Certificate,
  brought: string,
): { problem: string } | { says: string } {
  const { source } = terms
  if (source.kind !== 'drand-quicknet') return { problem: 'beacon: this draw did not name a round of drand' }
  const { round } = source
  const found = signatureBrought(round, brought)
  if ('problem' in found) return { problem: `beacon: ${found.problem}` }
  if (from === 'source') return { says: `round ${round} of drand, as you have it, is what decided the draw` }
  const drawn = drawnByRound(terms, commitment, found.signature)
  return {
    problem: `from: THE FALLBACK WAS USED ALTHOUGH ROUND ${round} OF DRAND EXISTS. The round draws panel ${drawn?.index}: ${drawn?.panel.join(', ')}. The fallback was right only if drand published the round after the panel had been drawn: somebody has to explain it`,
  }
}
