const mask = (1n << 48n) - 1n
const multiplier = 0x5deece66dn

/** The first nextDouble() of java.util.Random: AWS's number for the same seed (`$random(42)` is 0.7275636800328681). */
export function seededRandom(seed: number): number {
  let state = (BigInt.asIntN(64, BigInt(Math.trunc(seed))) ^ multiplier) & mask
  const next = (bits: number): number => {
    state = (state * multiplier + 0xbn) & mask
    return Number(state >> BigInt(48 - bits))
  }
  return (next(26) * 2 ** 27 + next(27)) / 2 ** 53
}
