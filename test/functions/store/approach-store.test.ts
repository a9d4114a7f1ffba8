import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { loadApproach, lookAtCase } from '../../../functions/store/approach-store.ts'
import { type Loaded, loadCase } from '../../../functions/store/case-store.ts'
import { commit } from '../../../functions/store/commit.ts'
import { keys } from '../../../functions/store/keys.ts'
import { Conflict } from '../../../functions/store/transaction.ts'
import { caseId, mailWorld } from '../events/mail-world.ts'
import { challenged, commented } from './entries.ts'

/** Processes that share nothing but the table; what each asked of it. */
async function processes() {
  const { deps, open } = await mailWorld()
  await open()
  const begin = () => {
    const { client, name } = deps.table
    const asked: string[] = []
    const batches: unknown[] = []
    let answers = true
    const send = async (command: { constructor: { name: string }; input: unknown }) => {
      const name = command.constructor.name.replace('Command', '')
      asked.push(name)
      if (name === 'BatchGet') batches.push(command.input)
      else if (!answers) return new Promise(() => {})
      return client.send(command as never)
    }
    const process: Deps = { ...deps, table: { client: Object.create(client, { send: { value: send } }), name } }
    const happen = async (before: Loaded, ...events: CaseEvent[]) =>
      commit(process, { caseId, before, events, by: { step: 'a-step' }, at: deps.now() })
    return {
      process,
      happen,
      approach: (...also: Parameters<typeof loadApproach>[3] & object) =>
        loadApproach(process, 'ann', caseId, also).then(({ theCase, ...rest }) => {
          if (!theCase) throw new Error('There is the case.')
          return { ...rest, theCase }
        }),
      /** Since the last look. */
      asked: () => asked.splice(0),
      batches,
      /** From now on a Query is never answered. */
      holdBack: () => {
        answers = false
      },
    }
  }
  return { begin, fresh: () => loadCase(begin().process, caseId) }
}

test('one request says who asks and reads the case; while nobody writes, one that reads none of it says that it is so still', async () => {
  const { begin, fresh } = await processes()
  const { approach, asked, batches } = begin()
  await approach()
  const { known, theCase } = await approach()
  expect(asked()).toEqual(['BatchGet', 'BatchGet'])
  const nouns = batches.map((input) => JSON.stringify(input).match(/NOW#\w+/g))
  expect(nouns[0]).toContain('NOW#proposal')
  expect(nouns[1]).toEqual(['NOW#head', 'NOW#wait', 'NOW#wait'])
  expect(known?.person.id).toBe('ann')
  expect(theCase).toEqual(await fresh())
})

test('what a process wrote is what it would read: to the byte, in whatever order the nouns were made', async () => {
  const { begin, fresh } = await processes()
  const { approach, happen, asked } = begin()
  const { theCase } = await approach('comments')
  await happen(theCase, challenged(1), commented(1))
  asked()
  const after = (await approach('comments')).theCase
  expect(asked()).toEqual(['BatchGet'])
  expect(after.comments).toHaveProperty('1')
  const { comments: _, ...nouns } = after
  expect(JSON.stringify(nouns.challenges)).toBe(JSON.stringify((await fresh()).challenges))
  expect({ ...nouns, written: undefined }).toEqual({ ...(await fresh()), written: undefined })
})

test('a second commit rests on what the first left, without a read between them', async () => {
  const { begin, fresh } = await processes()
  const { approach, happen, asked } = begin()
  const first = await happen((await approach()).theCase, challenged(1))
  asked()
  await happen(first, challenged(2))
  expect(asked()).toEqual(['TransactWrite'])
  expect((await fresh()).challenges).toHaveLength(2)
})

test('what another process wrote is seen at the next request', async () => {
  const { begin } = await processes()
  const [one, other] = [begin(), begin()]
  const { theCase } = await one.approach()
  await other.happen((await other.approach()).theCase, challenged(1))
  expect(theCase.challenges).toBeUndefined()
  expect((await one.approach()).theCase.challenges).toHaveLength(1)
  expect((await lookAtCase(one.process, caseId)).challenges).toHaveLength(1)
})

test('what is decided on a copy that is not the newest any more is refused', async () => {
  const { begin } = await processes()
  const [one, other] = [begin(), begin()]
  const { theCase } = await one.approach()
  await other.happen((await other.approach()).theCase, challenged(1))
  await expect(one.happen(theCase, challenged(2))).rejects.toThrow(Conflict)
})

test('what another process erased is gone at once, and so is what this one did', async () => {
  const { begin } = await processes()
  const [one, other] = [begin(), begin()]
  const { theCase } = await one.approach()
  await one.happen(theCase, challenged(1))
  expect((await one.approach()).theCase.challenges?.[0]?.text).toBe('We were not asked.')
  const { theCase: before } = await other.approach()
  const redact: NonNullable<Parameters<typeof commit>[1]['redact']> = ({ challenges = [], ...state }) => ({
    ...state,
    challenges: challenges.map((one) => ({ ...one, text: '' })),
  })
  await commit(other.process, {
    ...{ caseId, before, events: [commented(1)], by: { step: 'a-step' }, at: other.process.now(), redact },
  })
  for (const { approach } of [one, other]) expect((await approach()).theCase.challenges?.[0]?.text).toBe('')
})

test('nothing that is kept can be changed by who is given it', async () => {
  const { begin } = await processes()
  const { approach } = begin()
  const { nomination, ruleBook } = (await approach()).theCase
  expect(() => Object.assign(ruleBook.panel, { size: 1 })).toThrow(TypeError)
  expect(() => Object.assign(nomination?.practices ?? {}, { more: 1 })).toThrow(TypeError)
  expect((await approach()).theCase.ruleBook.panel.size).toBe(7)
})

test('who asks is looked up each time: an exclusion is known at the next request', async () => {
  const { begin } = await processes()
  const { approach, process } = begin()
  expect((await approach()).known?.exclusions.size).toBe(0)
  const Item = { ...keys.exclusion('ann', caseId), reason: 'A tie.' }
  await process.table.client.send(new PutCommand({ TableName: process.table.name, Item }))
  const { known, theCase } = await loadApproach(process, 'ann', caseId)
  expect([theCase, known?.exclusions.get(caseId)]).toEqual([undefined, 'A tie.'])
})

test('a case that there is not is looked for each time', async () => {
  const { begin } = await processes()
  const { process } = begin()
  for (let time = 0; time < 2; time += 1) {
    expect((await loadApproach(process, 'ann', 'c000000000000')).theCase).toBeUndefined()
    await expect(lookAtCase(process, 'c000000000000')).rejects.toMatchObject({ code: 'NotFound' })
  }
})

test('whoever is excluded is told after one request, whether the case is kept or not', async () => {
  const { begin } = await processes()
  const { process } = begin()
  const Item = { ...keys.exclusion('bob', caseId), reason: 'A tie.' }
  await process.table.client.send(new PutCommand({ TableName: process.table.name, Item }))
  const [warm, cold] = [begin(), begin()]
  await warm.approach()
  for (const one of [warm, cold]) {
    one.holdBack()
    const { theCase, known } = await loadApproach(one.process, 'bob', caseId)
    expect([theCase, known?.exclusions.get(caseId)]).toEqual([undefined, 'A tie.'])
  }
})
