import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { build } from './deployment.ts'
import { redesignPanels } from './redesign-panels.ts'
import { workflowFiles } from './workflow-files.ts'

const bundle = mkdtempSync(join(tmpdir(), 'redesign-panels-'))
process.on('exit', () => rmSync(bundle, { recursive: true, force: true }))

redesignPanels(new App(), await build(workflowFiles(), bundle))
