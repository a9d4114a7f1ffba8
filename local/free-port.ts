import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A loopback port that was free a moment ago, for a child that cannot be asked which one it took. Below those that operating
 * systems give to whoever connects or listens anywhere, so that nobody is likely to take it before the child does.
 */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tries = 20; ; tries--) {
    const port = randomInt(20_000, 32_768)
    const probe = createServer().listen(port, host)
    try {
      await once(probe, 'listening')
      return port
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!taken || tries === 0) throw error
    } finally {
      probe.close()
    }
  }
}
