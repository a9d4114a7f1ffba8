import { createHash } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { Newest } from '../runtime/newest.ts'

/** For how long a verified token is not verified again, in milliseconds: shorter than jose remembers keys (ten minutes). */
const KEPT = 5 * 60_000

/** How many are kept: a process serves some dozens of people at a time. */
const MOST = 1_000

/**
 * Reads access tokens, and verifies each when it is first sent and again after five minutes: to verify a signature takes as
 * long as to give a small answer. A token that expires meanwhile is refused. Tokens are remembered by their hash, so that none
 * is kept.
 */
export class VerifiedTokens {
  readonly #now: () => number
  readonly #known = new Newest<{ payload: JWTPayload; until: number }>(MOST)

  /** @param now in milliseconds, as `exp` is reckoned in seconds */
  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** @param verify rejects a token that is not true @throws what it throws */
  async payloadOf(token: string, verify: (token: string) => Promise<{ payload: JWTPayload }>): Promise<JWTPayload> {
    const hash = createHash('sha256').update(token).digest('base64')
    const known = this.#known.get(hash)
    if (known && this.#now() < known.until) return known.payload
    this.#known.delete(hash)
    const { payload } = await verify(token)
    const until = Math.min(this.#now() + KEPT, (payload.exp ?? 0) * 1000)
    this.#known.set(hash, { payload, until })
    return payload
  }
}
