import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  CreateStateMachineCommand,
  DescribeStateMachineCommand,
  type SFNClient,
  StateMachineDoesNotExist,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn'
import { z } from 'zod'
import { type Definition, functionName, stepsOf, substitute, substitutionsOf } from '../workflows/names.ts'
import { account, stateMachineArn } from './account.ts'
import { CannotStart } from './cannot-start.ts'

export interface WorkflowFile {
  /** The file's name without `.asl.json`; also the state machine's. */
  name: string
  /** The states that call a function, as kebab names. */
  steps: string[]
  /** With every `${Name}` replaced. */
  definition: string
}

const stateSchema: z.ZodType<Definition['States'][string]> = z.lazy(() =>
  z.object({
    Type: z.string(),
    Resource: z.string().optional(),
    Branches: z.array(definitionSchema).optional(),
    ItemProcessor: definitionSchema.optional(),
  }),
)
const definitionSchema: z.ZodType<Definition> = z.object({ States: z.record(z.string(), stateSchema) })

/** The definitions in a folder, ready for the local Step Functions. */
export async function readWorkflows(folder: string): Promise<WorkflowFile[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.asl.json')).sort()
  const names = files.map((file) => basename(file, '.asl.json'))
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, `${name}.asl.json`), 'utf8')
      try {
        const definition = definitionSchema.parse(JSON.parse(text))
        const substitutions = substitutionsOf(name, definition, names, {
          functionOf: functionName,
          stateMachineOf: stateMachineArn,
        })
        return { name, steps: stepsOf(definition), definition: substitute(text, substitutions) }
      } catch (error) {
        throw new CannotStart(`workflows/${name}.asl.json cannot be used: ${reason(error)}.`)
      }
    }),
  )
}

/** Creates each state machine, or gives it the file's definition. Executions under way keep the one they began with. */
export async function deployWorkflows(client: SFNClient, workflows: WorkflowFile[]): Promise<void> {
  for (const { name, definition } of workflows) {
    try {
      const deployed = await definitionOf(client, name)
      if (deployed === undefined) {
        const roleArn = `arn:aws:iam::${account}:role/${name}`
        await client.send(new CreateStateMachineCommand({ name, definition, roleArn, type: 'STANDARD' }))
      } else if (deployed !== definition) {
        await client.send(new UpdateStateMachineCommand({ stateMachineArn: stateMachineArn(name), definition }))
      }
    } catch (error) {
      throw new CannotStart(`workflows/${name}.asl.json is refused by the local Step Functions: ${reason(error)}`)
    }
  }
}

async function definitionOf(client: SFNClient, name: string): Promise<string | undefined> {
  try {
    return (await client.send(new DescribeStateMachineCommand({ stateMachineArn: stateMachineArn(name) }))).definition
  } catch (error) {
    if (error instanceof StateMachineDoesNotExist) return undefined
    throw error
  }
}

function reason(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  return error instanceof Error ? error.message : String(error)
}
