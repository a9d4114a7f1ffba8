const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** 32 random bytes, made here; the service is told only their fingerprint. */
export const newSecret = (): string => hex(crypto.getRandomValues(new Uint8Array(32)))

/** SHA-256, in hex. */
export async function fingerprintOf(secret: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))))
}
