import { functionName } from '../workflows/names.ts'
import { type WorkflowFile, workflowFiles } from './workflow-files.ts'

/** A function to deploy: its name, which is also its bundle's, and the file that exports its `handler`. */
export interface FunctionFile {
  name: string
  file: string
}

export const api: FunctionFile = { name: 'api', file: 'functions/api/handler.ts' }
export const consumer: FunctionFile = { name: 'consume', file: 'functions/events/consume.ts' }
export const sweep: FunctionFile = { name: 'sweep', file: 'functions/events/sweep.ts' }

/** The file of the state, by its name alone (design §1). */
export const stepFile = (workflow: string, step: string): FunctionFile => ({
  name: functionName(workflow, step),
  file: `functions/steps/${workflow}/${step}.ts`,
})

export const functionFiles = (workflows: WorkflowFile[] = workflowFiles()): FunctionFile[] => [
  api,
  consumer,
  sweep,
  ...workflows.flatMap(({ name, steps }) => steps.map((step) => stepFile(name, step.name))),
]
