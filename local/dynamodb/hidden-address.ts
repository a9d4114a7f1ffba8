import { randomInt } from 'node:crypto'
import { freePort } from '../free-port.ts'

/**
 * A loopback address and port that no web page finds by trying. dynoxide asks nobody to sign in and answers pages of every
 * origin, so a page in a browser on this machine could read and write the whole table if it knew where it is. Linux and Windows
 * have all of 127.0.0.0/8: 24 bits to guess besides the port. macOS has only 127.0.0.1, and the port alone.
 */
export async function hiddenAddress(): Promise<{ host: string; port: number }> {
  const host = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`
  try {
    return { host, port: await freePort(host) }
  } catch {
    return { host: '127.0.0.1', port: await freePort() }
  }
}
