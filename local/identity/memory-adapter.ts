import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  payload: AdapterPayload
  /** Milliseconds since 1970. */
  expires: number
}

/**
 * Where the issuer keeps what lives for minutes or hours: sign-ins under way, sessions, codes. It is gone with the process:
 * access tokens stay good, and whoever is in the middle of signing in begins again.
 */
export function memoryAdapters(): (kind: string) => Adapter {
  const all = new Map<string, Kept>()

  const alive = (key: string): AdapterPayload | undefined => {
    const kept = all.get(key)
    if (kept && kept.expires > Date.now()) return kept.payload
    all.delete(key)
    return undefined
  }

  const purge = (): void => {
    for (const key of all.keys()) alive(key)
  }

  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      if (all.size > 10_000) purge()
      all.set(`${kind}:${id}`, { payload, expires: Date.now() + (expiresIn || 86_400) * 1000 })
    },
    find: async (id) => alive(`${kind}:${id}`),
    async findByUid(uid) {
      for (const [key, { payload }] of all) {
        if (key.startsWith(`${kind}:`) && payload.uid === uid) return alive(key)
      }
      return undefined
    },
    findByUserCode: async () => undefined,
    async consume(id) {
      const payload = alive(`${kind}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      all.delete(`${kind}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of all) if (payload.grantId === grantId) all.delete(key)
    },
  })
}
