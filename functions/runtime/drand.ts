import * as z from 'zod'
import { QUICKNET } from '../../domain/panel-draw/randomness/drand.ts'
import { logger } from './log.ts'

/** Who serves the beacon to everybody. Which of them answers does not matter: the signature is verified by whoever uses it. */
const hosts = ['https://api.drand.sh', 'https://api2.drand.sh', 'https://drand.cloudflare.com']

const PATIENCE_MS = 5_000

const answerSchema = z.object({ round: z.int(), signature: z.string().regex(/^[0-9a-f]+$/) })

/** The signature of a round as the first host that has it gives it, unchecked; undefined where none has it yet. */
export async function signatureOf(
  round: number,
  get: typeof fetch = fetch,
  from: readonly string[] = hosts,
): Promise<string | undefined> {
  for (const host of from) {
    try {
      const response = await get(`${host}/${QUICKNET.hash}/public/${round}`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const answer = response.ok ? answerSchema.safeParse(await response.json()) : undefined
      if (answer?.success && answer.data.round === round) return answer.data.signature
    } catch (error) {
      logger.warn('A drand host did not answer.', { host, round, error: error as Error })
    }
  }
  return undefined
}
