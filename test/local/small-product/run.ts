import { startLocality } from '../../../local/locality.ts'
import { smallProduct } from './product.ts'

/** The locality with the small product as a process of its own, which can be killed. Says its address when it is ready. */
const locality = await startLocality(
  { port: 0, dataDir: process.argv[2] ?? '', log: (line) => console.error(line) },
  async () => smallProduct,
)
process.on('SIGTERM', () => void locality.close().then(() => process.exit(0)))
console.log(locality.url)
