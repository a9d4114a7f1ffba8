import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { loadApproach } from '../../../functions/store/approach-store.ts'
import { type Loaded, loadCase } from '../../../functions/store/case-store.ts'
import { commit } from '../../../functions/store/commit.ts'
import { keys } from '../../../functions/store/keys.ts'
import { caseId, mailWorld } from '../events/mail-world.ts'
import { challenged, commented } from './entries.ts'

const answered = (number: number): CaseEvent => ({
  type: 'CommentAnswered',
  data: { number, text: 'It is for all.', person: 'bob' },
})
const declined: CaseEvent = { type: 'PracticeDeclined', data: { practiceId: 'ashlarke' } }

/** A case whose items stand before and after its head in key order, with entries; and a change of all these, again and again. */
async function world() {
  const { deps, happen, open } = await mailWorld()
  await open()
  await happen([challenged(1), commented(1)])
  const { client } = deps.table
  const send = client.send.bind(client)
  const besides = { ...deps, table: { ...deps.table, client: Object.create(client, { send: { value: send } }) } }
  const load = (by = deps) => loadCase(by, caseId, ['comments'])
  const { sequence } = (await load()).head
  let changes = 0
  const change = async () => {
    changes += 1
    const before = await load(besides)
    const events = [challenged(1 + changes), answered(1), commented(1 + changes), declined]
    await commit(besides, { caseId, before, events, by: { step: 'a-step' }, at: deps.now() })
  }
  /** Every request but those of a change goes by here. */
  const through = (answer: (command: object) => Promise<unknown>) =>
    Object.assign(client, { send: async (command: object) => (await answer(command)) ?? send(command as QueryCommand) })
  /** After how many changes each part of what was read stands. */
  const standing = ({ head, challenges, comments }: Loaded) => ({
    // With what people are told of the challenge.
    head: (head.sequence - sequence) / 5,
    challenges: (challenges?.length ?? 0) - 1,
    comments: Object.keys(comments ?? {}).length - 1,
    answers: comments?.['1']?.answers.length,
  })
  const oneState = async () => {
    const { head, ...parts } = standing(await load())
    expect(parts).toEqual({ challenges: head, comments: head, answers: head })
    return head
  }
  return { deps, load, change, through, send, oneState }
}

test('wherever a transaction lands between two items of a case, what is read is one state of it', async () => {
  const { change, through, oneState } = await world()
  for (let gap = 1; gap <= 8; gap += 1) {
    let pages = 0
    through(async (command) => {
      if (!(command instanceof QueryCommand)) return
      command.input.Limit = 1
      pages += 1
      if (pages === gap) await change()
    })
    expect(await oneState()).toBe(gap)
  }
})

test('an item that a transaction has not reached yet is not taken for a part of what it made', async () => {
  const { deps, change, through, send, oneState } = await world()
  const items = async () => {
    const input = { TableName: deps.table.name, KeyConditionExpression: 'pk = :pk' }
    const all = await send(new QueryCommand({ ...input, ExpressionAttributeValues: { ':pk': keys.head(caseId).pk } }))
    return new Map((all.Items ?? []).map((item) => [item['sk'], item]))
  }
  const stale = ['NOW#challenges', 'NOW#nomination', 'comments#1', 'NOW#head']
  for (const [index, sk] of stale.entries()) {
    const old = (await items()).get(sk)
    await change()
    let torn = 0
    through(async (command) => {
      const said = await send(command as QueryCommand)
      const found = said.Items?.findIndex((item) => item['sk'] === sk) ?? -1
      if (found < 0 || !old || torn === 2) return said
      torn += 1
      return { ...said, Items: said.Items?.with(found, old) }
    })
    expect(await oneState(), sk).toBe(index + 1)
    expect(torn).toBe(2)
  }
})

test('of a case that is kept, the entries that are read besides are of the state that is kept', async () => {
  const { deps, load, change, through } = await world()
  await loadApproach(deps, 'ann', caseId)
  let landed = 0
  through(async (command) => {
    if (!(command instanceof QueryCommand) || landed > 0) return
    landed += 1
    await change()
  })
  const { theCase, known } = await loadApproach(deps, 'ann', caseId, ['comments'])
  expect(known?.person.id).toBe('ann')
  expect(landed).toBe(1)
  expect(theCase).toEqual(await load())
  expect(theCase?.challenges).toHaveLength(2)
})
