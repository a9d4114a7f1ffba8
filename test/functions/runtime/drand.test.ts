import { expect, test } from 'vitest'
import { signatureOf } from '../../../functions/runtime/drand.ts'
import { beacon, round } from '../../domain/panel-draw/fair-draw/honest.ts'

const forged = `${beacon.signature.slice(0, -1)}8`
const answering =
  (answers: Record<string, () => Response>): typeof fetch =>
  async (asked) => {
    const answer = answers[new URL(String(asked)).host]
    if (!answer) throw new Error('unreachable')
    return answer()
  }
const giving = (signature: string) => () => Response.json({ round, signature })

test('a host that is silent, or gives a wrong round or a forged signature, is passed over for the next', async () => {
  const hosts = ['https://silent', 'https://behind', 'https://forging', 'https://honest']
  const get = answering({
    behind: () => Response.json({ round: round - 1, signature: beacon.signature }),
    forging: giving(forged),
    honest: giving(beacon.signature),
  })
  expect(await signatureOf(round, get, hosts)).toBe(beacon.signature)
  expect(await signatureOf(round, get, hosts.slice(0, -1))).toBeUndefined()
})
