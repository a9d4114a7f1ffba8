import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { onTestFinished } from 'vitest'

export const clientId = 'portal'

/** An OpenID Connect issuer for one test, as Cognito shows itself: discovery, keys, access tokens. */
export async function issuerUnderTest(): Promise<{ url: string; tokenOf(person: string): Promise<string> }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }
  const server = createServer(({ url: path }, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(path === '/keys' ? keys : { issuer: url, jwks_uri: `${url}/keys` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    tokenOf: (username) =>
      new SignJWT({ username, client_id: clientId, token_use: 'access' })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(url)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
  }
}
