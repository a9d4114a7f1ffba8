import { work } from './working.ts'

// `node at-work.ts WARM FOLDER` says how long FOLDER's executions took (ms), once WARM's have had the code compiled.
const [, , warm = '', folder = ''] = process.argv
await work(warm)
console.log(await work(folder))
