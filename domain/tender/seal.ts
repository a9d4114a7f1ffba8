import { type Binding, boundTo, type Envelope, fromBase64, SALT_BYTES, sha256Hex, toBase64 } from './envelope.ts'

/**
 * How a bidder's own client seals an envelope, in a browser or in Node, by WebCrypto alone.
 *
 * It is the one place in the domain with randomness: no rule, step or route calls it. A client runs it before the service
 * is told anything, and nothing that is decided depends on what it draws.
 *
 * @param publicKey RSA public key made for this tender (SPKI, base64)
 * @param content what is inside: JSON of `QualityContent` or `PriceContent`
 */
export async function seal(publicKey: string, content: unknown, binding: Binding): Promise<Envelope> {
  const tenderKey = await crypto.subtle.importKey(
    'spki',
    fromBase64(publicKey),
    { name: 'RSA-OAEP', hash: 'SHA-256' },
    false,
    ['wrapKey'],
  )
  const contentKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plaintext = salted(new TextEncoder().encode(JSON.stringify(content)))
  const ciphertext = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: boundTo(binding) }, contentKey, plaintext),
  )
  return {
    wrappedKey: toBase64(
      new Uint8Array(await crypto.subtle.wrapKey('raw', contentKey, tenderKey, { name: 'RSA-OAEP' })),
    ),
    iv: toBase64(iv),
    ciphertext: toBase64(ciphertext),
    sha256: await sha256Hex(ciphertext),
    contentSha256: await sha256Hex(plaintext),
  }
}

function salted(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const plaintext = new Uint8Array(SALT_BYTES + content.length)
  plaintext.set(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
  plaintext.set(content, SALT_BYTES)
  return plaintext
}
