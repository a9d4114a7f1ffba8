import { randomnessOfRound } from '../../domain/panel-draw/randomness/drand.ts'
import { QUICKNET } from '../../domain/panel-draw/randomness/quicknet.ts'
import * as z from '../../domain/zod.ts'
import { logger } from './log.ts'

/** Who serves the beacon to everybody. None is trusted: a signature that is not the network’s is passed over for the next host’s. */
const hosts = ['https://api.drand.sh', 'https://api2.drand.sh', 'https://drand.cloudflare.com']

const PATIENCE_MS = 5_000

const answerSchema = z.object({ round: z.int(), signature: z.string().regex(/^[0-9a-f]+$/) })

/** The genuine signature of a round, from the first host that gives it; undefined where none does. */
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
      if (!answer?.success || answer.data.round !== round) continue
      if (randomnessOfRound(round, answer.data.signature) !== undefined) return answer.data.signature
      logger.warn('A drand host gave a signature that is not the network’s.', { host, round })
    } catch (error) {
      logger.warn('A drand host did not answer.', { host, round, error: error as Error })
    }
  }
  return undefined
}
