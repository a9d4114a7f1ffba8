import { digest } from '../../record/chain.ts'

export interface Contribution {
  /** Who contributes. */
  by: string
  commitment: string
}

export interface Reveal {
  by: string
  secret: string
}

/** What a contributor publishes before anybody reveals. It holds their name, so that nobody can pass on another's as their own. */
export const commitmentTo = (by: string, secret: string): string => digest({ by, secret })

/**
 * Randomness to which several parties contribute. Nobody alone can choose it: whoever does not reveal is replaced by what the
 * fallback reveals, which only the fallback knows beforehand. Two together can: whoever reveals last knows the other numbers, and
 * with the fallback’s as well could see both results and choose between them by withholding (who withheld is named).
 *
 * @param secrets 32 bytes in hex each
 * @returns 32 bytes in hex and who was replaced; or what is wrong
 */
export function randomnessOfReveals(
  contributions: readonly Contribution[],
  fallback: Contribution,
  reveals: readonly Reveal[],
): { randomness: string; replaced: string[] } | { problem: string } {
  const all = [...contributions, fallback]
  const twice = reveals.find(({ by }, at) => reveals.findIndex((one) => one.by === by) !== at)
  if (twice) return { problem: `${twice.by} reveals twice` }
  for (const { by, secret } of reveals) {
    const promised = all.find((one) => one.by === by)
    if (!promised) return { problem: `${by} reveals without having committed` }
    if (promised.commitment !== commitmentTo(by, secret))
      return { problem: `what ${by} reveals is not what was committed to` }
  }
  const secretOf = (name: string) => reveals.find(({ by }) => by === name)?.secret
  const replaced = contributions.filter(({ by }) => secretOf(by) === undefined).map(({ by }) => by)
  if (replaced.length === contributions.length) return { problem: 'nobody revealed: the draw is abandoned' }
  const instead = secretOf(fallback.by)
  if (replaced.length > 0 && instead === undefined)
    return { problem: `${replaced.join(', ')} did not reveal, and neither did ${fallback.by}, who replaces them` }
  if (replaced.length === 0 && instead !== undefined)
    return { problem: `${fallback.by} reveals although everybody else did` }
  const numbers = contributions.map(({ by }) => secretOf(by) ?? digest({ insteadOf: by, secret: instead ?? '' }))
  return { randomness: combined(contributions.map(({ by }, at) => ({ by, number: numbers[at] ?? '' }))), replaced }
}

/** One number of several parties' numbers: whoever does not know all of them does not know it. @returns 32 bytes in hex */
export const combined = (numbers: readonly { by: string; number: string }[]): string =>
  digest({ contributions: numbers.map(({ by, number }) => [by, number]) })
