import { writeFileSync } from 'node:fs'
import { shapesFile } from './shapes-file.ts'

writeFileSync('functions/store/shapes.ts', shapesFile())
