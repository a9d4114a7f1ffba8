import type { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import type { Deps } from '../../../functions/runtime/deps.ts'
import { loadNames } from '../../../functions/store/locality-store.ts'
import { people } from '../events/mail-world.ts'

test('names come in the order in which they are asked for, in one request, whatever order the table answers in', async () => {
  let requests = 0
  const send = async ({ input }: BatchGetCommand) => {
    requests += 1
    const asked = input.RequestItems?.['names']?.Keys ?? []
    const items = asked.flatMap(({ pk, sk }) =>
      people.filter(({ id }) => pk === `PERSON#${id}`).map((body) => ({ pk, sk, body })),
    )
    return { Responses: { names: items.toReversed() } }
  }
  const deps = { table: { client: { send }, name: 'names' } } as unknown as Pick<Deps, 'table'>
  const names = await loadNames(deps, ['ann', 'nobody', 'bob', 'cas'])
  expect(Object.entries(names)).toEqual([
    ['ann', 'Name of ann'],
    ['bob', 'Name of bob'],
    ['cas', 'Name of cas'],
  ])
  expect(requests).toBe(1)
})
