import { join } from 'node:path'
import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { Hono } from 'hono'
import { deps } from '../../../functions/runtime/deps.ts'
import type { Product } from '../../../local/product.ts'
import { get, put, tell, told } from './errands.ts'

const app = new Hono()
app.put('/api/errands/:id', async (c) => {
  await put(c.req.param('id'), 'BEGUN')
  return c.body(null, 204)
})
app.put('/api/errands/:id/answer', async (c) => {
  await put(c.req.param('id'), 'ANSWER')
  return c.body(null, 204)
})
app.get('/api/errands/:id', async (c) => {
  const id = c.req.param('id')
  const facts = await Promise.all(
    ['BEGUN', 'TOKEN', 'ANSWER', 'ENDED'].map(async (fact) => {
      const item = await get(id, fact)
      return item ? [[fact, { at: item['at'], told: await told(id, fact) }] as const] : []
    }),
  )
  return c.json(Object.fromEntries(facts.flat()))
})

/** Starts the workflow of an errand that began, and wakes it when both its token and its answer are there. */
async function consume(event: DynamoDBStreamEvent): Promise<void> {
  for (const { dynamodb } of event.Records) {
    const { pk, sk } = dynamodb?.Keys ?? {}
    if (!pk?.S?.startsWith('ERRAND#') || !sk?.S) continue
    const id = pk.S.slice('ERRAND#'.length)
    if (sk.S === 'BEGUN') await start(id)
    if (sk.S === 'TOKEN' || sk.S === 'ANSWER') await wake(id)
    await tell(pk.S, sk.S)
  }
}

async function start(id: string): Promise<void> {
  const { arnOf } = deps().workflows
  const client = await deps().workflows.client()
  const request = { stateMachineArn: arnOf('errand'), name: `errand-${id}`, input: JSON.stringify({ id }) }
  await client.send(new StartExecutionCommand(request)).catch((error) => {
    if (!(error instanceof ExecutionAlreadyExists)) throw error
  })
}

async function wake(id: string): Promise<void> {
  const [token, answer] = [await get(id, 'TOKEN'), await get(id, 'ANSWER')]
  if (!token || !answer) return
  const signal = new SendTaskSuccessCommand({ taskToken: String(token['taskToken']), output: '{}' })
  const client = await deps().workflows.client()
  await client.send(signal).catch((error) => {
    if (!(error instanceof TaskDoesNotExist || error instanceof TaskTimedOut)) throw error
  })
}

let swept = 0

/** Stands in for what the project ships: a few lines that use every part of the locality. */
export const smallProduct: Product & { swept(): number } = {
  app,
  consume,
  async sweep() {
    swept += 1
  },
  swept: () => swept,
  async putLocality(_deps, { people }) {
    for (const { id } of people.slice(0, 3)) await put(id, 'PERSON')
  },
  workflows: join(import.meta.dirname, 'workflows'),
  steps: join(import.meta.dirname, 'steps'),
}
