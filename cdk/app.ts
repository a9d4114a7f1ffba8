import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { redesignPanels } from './redesign-panels.ts'

const bundle = mkdtempSync(join(tmpdir(), 'redesign-panels-'))
process.on('exit', () => rmSync(bundle, { recursive: true, force: true }))

await redesignPanels(new App(), bundle)
