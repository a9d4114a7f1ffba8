import { existsSync, readFileSync } from 'node:fs'
import { type Workflow, workflows } from '../names.ts'
import type { Asl } from './picture.ts'

/** The definitions that lie beside this folder, by workflow. */
export function readWorkflowFiles(): Partial<Record<Workflow, Asl>> {
  const files = workflows.map((workflow) => [workflow, new URL(`../${workflow}.asl.json`, import.meta.url)] as const)
  return Object.fromEntries(
    files
      .filter(([, file]) => existsSync(file))
      .map(([workflow, file]) => [workflow, JSON.parse(readFileSync(file, 'utf8'))]),
  )
}
