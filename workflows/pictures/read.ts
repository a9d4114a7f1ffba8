import { existsSync, readFileSync } from 'node:fs'
import { type Stage, stages } from '../../domain/case/case.ts'
import type { Asl } from './picture.ts'

/** The definitions that lie beside this folder, by stage. */
export function readWorkflowFiles(): Partial<Record<Stage, Asl>> {
  const files = stages.map((stage) => [stage, new URL(`../${stage}.asl.json`, import.meta.url)] as const)
  return Object.fromEntries(
    files
      .filter(([, file]) => existsSync(file))
      .map(([stage, file]) => [stage, JSON.parse(readFileSync(file, 'utf8'))]),
  )
}
