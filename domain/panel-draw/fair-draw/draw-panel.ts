import { refuseUnless } from '../../refusal.ts'
import { randomnessFrom } from '../randomness/randomness-from.ts'
import type { Evidence } from '../randomness/source.ts'
import { CERTIFICATE, type Certificate, entriesOf, indexOf } from './certificate.ts'
import { commitmentOf, type Terms } from './terms.ts'

/** Draws the panel. @throws Refusal Invalid where the evidence is not what the terms name */
export function drawPanel(terms: Terms, from: 'source' | 'fallback', evidence: Evidence): Certificate {
  const source = terms[from]
  refuseUnless(source, 'Invalid', 'No fallback was named when the draw was committed to.')
  const outcome = randomnessFrom(source, evidence)
  refuseUnless(
    'randomness' in outcome,
    'Invalid',
    'problem' in outcome ? `The panel was not drawn: ${outcome.problem}.` : '',
  )
  const { randomness } = outcome
  const commitment = commitmentOf(terms)
  const index = indexOf(randomness, commitment, terms.panels.length)
  return { format: CERTIFICATE, terms, commitment, from, evidence, randomness, index, panel: entriesOf(terms, index) }
}
