import { takeDataFolder } from '../../local/data-folder.ts'

/** A process that takes the folder and keeps it until it is killed. */
await takeDataFolder(process.argv[2] ?? '')
process.stdout.write('held\n')
setInterval(() => undefined, 60_000)
