import { createServer } from 'node:net'

/** A loopback port that was free a moment ago, for a child that cannot be asked which one it took. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('The operating system gave no port.'))
      })
    })
  })
}
