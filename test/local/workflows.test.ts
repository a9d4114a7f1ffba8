import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { invoking, loadFunctions } from '../../local/functions.ts'
import { readWorkflows } from '../../local/workflows.ts'
import { temporaryFolder } from './temporary-folder.ts'

const open = (name: string) => `$\{${name}}`

const nomination = {
  StartAt: 'Draw it',
  States: {
    'Draw it': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: open('DrawIt') },
      Next: 'Start the next',
    },
    'Start the next': {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution',
      Arguments: { StateMachineArn: open('PanelFormationStateMachine') },
      End: true,
    },
  },
}

async function folders(files: Record<string, unknown>): Promise<{ workflows: string; steps: string }> {
  const folder = await temporaryFolder()
  const [workflows, steps] = [join(folder, 'workflows'), join(folder, 'steps')]
  await mkdir(workflows)
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    await writeFile(join(workflows, `${name}.asl.json`), text)
  }
  return { workflows, steps }
}

async function step(folder: string, name: string, code: string): Promise<void> {
  await mkdir(join(folder, 'nomination'), { recursive: true })
  await writeFile(join(folder, 'nomination', `${name}.ts`), code)
}

const ended = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } }

describe('the workflow files', () => {
  test('have the functions and state machines they name put in', async () => {
    const { workflows } = await folders({ nomination, 'panel-formation': ended })
    const [first] = await readWorkflows(workflows)
    expect(first?.steps).toEqual(['draw-it'])
    expect(first?.definition).toContain('"FunctionName":"nomination--draw-it"')
    expect(first?.definition).toContain(
      '"StateMachineArn":"arn:aws:states:eu-west-2:111111111111:stateMachine:panel-formation"',
    )
  })

  test.each([
    ['a workflow that is not there', { nomination }, 'PanelFormationStateMachine'],
    ['broken JSON', { nomination: '{"States":' }, 'workflows/nomination.asl.json cannot be used'],
    ['no states', { nomination: {} }, 'States: '],
  ])('are refused for %s', async (_what, files, message) => {
    const { workflows } = await folders(files)
    await expect(readWorkflows(workflows)).rejects.toThrow(message)
  })
})

describe('the functions', () => {
  test('are called by name or ARN, with what crosses as JSON', async () => {
    const { workflows, steps } = await folders({ nomination, 'panel-formation': ended })
    await step(steps, 'draw-it', 'export const handler = async (event) => ({ got: event, no: undefined })')
    const { invoke, invocations } = invoking(await loadFunctions(steps, await readWorkflows(workflows)))
    expect(await invoke('nomination--draw-it', { a: new Date(0) })).toEqual({ got: { a: '1970-01-01T00:00:00.000Z' } })
    const arn = 'arn:aws:lambda:eu-west-2:111111111111:function:nomination--draw-it:$LATEST'
    expect(await invoke(arn, 1)).toEqual({ got: 1 })
    expect(invocations()).toBe(2)
    await expect(invoke('nomination--other', {})).rejects.toMatchObject({ name: 'Lambda.ResourceNotFoundException' })
  })

  test('that are missing or export no handler are named', async () => {
    const { workflows, steps } = await folders({ nomination, 'panel-formation': ended })
    const files = await readWorkflows(workflows)
    await expect(loadFunctions(steps, files)).rejects.toThrow(
      'no function for the state "draw it" of workflows/nomination',
    )
    await step(steps, 'draw-it', 'export const other = 1')
    await expect(loadFunctions(steps, files)).rejects.toThrow('exports no handler')
  })
})
