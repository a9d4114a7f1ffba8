import { randomnessOfRound } from './drand.ts'

/**
 * The signature of a round as somebody brings it: what the page of the round shows (JSON), or the signature alone. A round is
 * verified by itself, so it does not matter who brings it.
 *
 * @returns 48 bytes in hex, or what is wrong with it, in words
 */
export function signatureBrought(round: number, text: string): { signature: string } | { problem: string } {
  const said = read(text.trim())
  if (!said)
    return {
      problem: `This is not a round of drand: copy all that the page of round ${round} shows, or its signature alone (96 characters from 0 to 9 and a to f)`,
    }
  if (said.round !== undefined && said.round !== round)
    return { problem: `This is round ${said.round}, and round ${round} was named` }
  return randomnessOfRound(round, said.signature) === undefined
    ? { problem: `This does not carry drand’s signature for round ${round}` }
    : { signature: said.signature }
}

function read(text: string): { round?: number; signature: string } | undefined {
  const signatureIn = (value: unknown) =>
    typeof value === 'string' && /^[0-9a-f]{96}$/i.test(value) ? value.toLowerCase() : undefined
  const alone = signatureIn(text)
  if (alone !== undefined) return { signature: alone }
  try {
    const shown: unknown = JSON.parse(text)
    if (typeof shown !== 'object' || shown === null || !('signature' in shown)) return undefined
    const signature = signatureIn(shown.signature)
    if (signature === undefined) return undefined
    return { signature, ...('round' in shown && typeof shown.round === 'number' && { round: shown.round }) }
  } catch {
    return undefined
  }
}
