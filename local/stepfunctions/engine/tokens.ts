import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a task token says: which task of which thread it answers. */
export interface TokenContent {
  thread: number
  nonce: string
}

/**
 * Task tokens carry a seal made with the folder's secret, so that a forged token (InvalidToken) is told from one whose
 * task is over (TaskTimedOut) without remembering old tokens.
 */
export class Tokens {
  readonly #secret: Buffer

  constructor(secret: string) {
    this.#secret = Buffer.from(secret, 'base64url')
  }

  make({ thread, nonce }: TokenContent): string {
    const body = Buffer.from(`1.${thread}.${nonce}`)
    return Buffer.concat([this.#seal(body), body]).toString('base64')
  }

  read(token: string): TokenContent | undefined {
    const bytes = Buffer.from(token, 'base64')
    const [seal, body] = [bytes.subarray(0, 32), bytes.subarray(32)]
    if (seal.length !== 32 || !timingSafeEqual(seal, this.#seal(body))) return undefined
    if (bytes.toString('base64') !== token) return undefined
    const [, thread, nonce] = body.toString().split('.')
    return thread && nonce ? { thread: Number(thread), nonce } : undefined
  }

  #seal(body: Buffer): Buffer {
    return createHmac('sha256', this.#secret).update(body).digest()
  }
}
