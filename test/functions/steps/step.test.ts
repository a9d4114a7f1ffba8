import { expect, test } from 'vitest'
import { attending, deciding } from '../../../functions/steps/step.ts'
import { caseId, mailWorld } from '../events/mail-world.ts'

const input = { caseId, stage: 'nomination' as const, attempt: 2 }

/** What is asked of the table from now on. */
async function watched() {
  const world = await mailWorld()
  await world.open()
  const { client } = world.deps.table
  const asked: string[] = []
  const send = client.send.bind(client)
  Object.assign(client, {
    send: (command: { constructor: { name: string } }) => {
      asked.push(command.constructor.name.replace('Command', ''))
      return send(command as never)
    },
  })
  return { ...world, asked: () => asked.splice(0) }
}

test('a step looks at the case once', async () => {
  const { asked } = await watched()
  await deciding('a-step', () => [])(input)
  expect(asked()).toEqual(['Query'])
  await deciding('a-step', () => [{ type: 'PracticeDeclined', data: { practiceId: 'ashlarke' } }])(input)
  expect(asked()).toEqual(['Query', 'TransactWrite'])
})

test('a step before which conflicts are looked at again decides on the case as that left it', async () => {
  const { asked } = await watched()
  const seen: unknown[] = []
  await deciding(
    'a-step',
    ({ head, conflicts }) => {
      seen.push(head.sequence, conflicts?.register)
      return []
    },
    { recheck: 'vote' },
  )(input)
  const of = asked()
  // The head of the register, its organisations, its entries and everybody; and the case.
  expect(of.filter((command) => command !== 'TransactWrite').sort()).toEqual([
    'Get',
    'Query',
    'Query',
    'Query',
    'Query',
  ])
  expect(seen).toHaveLength(2)
})

test('Attend does what is due and looks once, however much there was to do', async () => {
  const { asked, theCase, at } = await watched()
  const attend = attending('attend', ['nominations'])
  const { wait } = (await theCase()).life
  asked()
  expect(await attend(input)).toMatchObject({ verdict: 'waiting' })
  expect(asked()).toEqual(['Query'])
  at(wait?.remindAt ?? '')
  expect(await attend(input)).toMatchObject({ verdict: 'waiting' })
  expect(asked()).toEqual(['Query', 'TransactWrite'])
})

test('a wait that lasts longer than Step Functions can wait is looked at again after a year', async () => {
  const { happen } = await watched()
  const far = { wait: 'nominations' as const, dueAt: '2031-11-19T00:00:00.000Z', reason: 'A slip of the pen.' }
  await happen([{ type: 'DeadlineExtended', data: far }])
  expect(await attending('attend', ['nominations'])(input)).toMatchObject({
    ...{ verdict: 'waiting', until: far.dueAt },
    waitSeconds: 365 * 86_400,
  })
})

test('what a Choice goes by besides is said once the wait is over, and not before', async () => {
  await watched()
  const besides = { answered: () => ({ draw: 'anew' }) }
  expect(await attending('attend', ['nominations'], besides)(input)).not.toHaveProperty('draw')
  expect(await attending('attend', ['draw'], besides)(input)).toEqual({ verdict: 'answered', draw: 'anew' })
  expect(await attending('attend', ['draw'], besides)({ ...input, attempt: 1 })).toEqual({ verdict: 'left' })
})
