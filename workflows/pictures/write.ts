import { writeFileSync } from 'node:fs'
import { readWorkflowFiles } from './read.ts'
import { readme } from './readme.ts'

writeFileSync(new URL('../README.md', import.meta.url), readme(readWorkflowFiles()))
