import type { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { mostAskedOf } from '../../../domain/nomination/decide.ts'
import type { Deps } from '../../../functions/runtime/deps.ts'
import type { Loaded } from '../../../functions/store/case-store.ts'
import { commit } from '../../../functions/store/commit.ts'
import { transact } from '../../../functions/store/transaction.ts'
import { accepted, manager, monday } from '../../domain/story.ts'

/** DynamoDB's limit, less the conditions that a command brings (role, exclusion, seats) and the item of its answer. */
const MOST = 100 - 5

/** Commits as the service does, to a table that only counts. */
function counting() {
  let items = 0
  const send = async ({ input }: TransactWriteCommand) => {
    items = input.TransactItems?.length ?? 0
  }
  const deps = { now: () => monday, table: { client: { send }, name: 'counted' } } as unknown as Deps
  let before: Loaded | undefined
  return async (...events: CaseEvent[]) => {
    before = await commit(deps, { caseId: 'c0123456789ab', before, events, by: manager, at: monday })
    return items
  }
}

const numbered = (name: string, most: number) => Array.from({ length: most }, (_, index) => `${name}-${index}`)
const facts = { profession: 'gp' as const, experienced: false, skills: [] }
const open: CaseEvent = {
  type: 'WaitOpened',
  data: { name: 'nominations', dueAt: '2026-02-01T00:00:00.000Z', remindAt: '2026-01-20T00:00:00.000Z' },
}
const extend: CaseEvent = {
  type: 'DeadlineExtended',
  data: { wait: 'nominations', dueAt: '2026-03-01T00:00:00.000Z', reason: 'A holiday.' },
}

test.each([19, 36, 45, 60])(
  'whatever happens while the %i practices and as many nominees as may be asked at once are waited for fits one transaction',
  async (size) => {
    const practices = numbered('practice', size)
    const happen = counting()
    await happen(...accepted)
    const counted: Record<string, number> = {
      invited: await happen({ type: 'NominationOpened', data: { practices } }, open),
    }
    for (const practiceId of practices)
      for (const person of numbered(practiceId, mostAskedOf(size)))
        await happen({ type: 'PersonNominated', data: { person, practiceId, ...facts } })
    counted['extended'] = await happen(extend)
    counted['paused'] = await happen({ type: 'CasePaused', data: { reason: 'A review.' } })
    counted['resumed'] = await happen({
      type: 'CaseResumed',
      data: { reason: 'It is over.', attempt: 3, dueAt: '2026-03-02T00:00:00.000Z' },
    })
    counted['closed'] = await happen({ type: 'NominationClosed', data: { pool: [] } })
    counted['entered'] = await happen({ type: 'StageEntered', data: { stage: 'panel-formation', attempt: 4 } })
    expect(Object.entries(counted).filter(([, items]) => items > MOST)).toEqual([])
  },
)

test.each([
  'Item size has exceeded the maximum allowed size',
  'Transaction request size is 4300000 bytes, exceeding the 4MB limit',
  'The aggregate size of the items in the transaction cannot exceed 4 MB',
])('what is larger than the table takes is refused in words: %s', async (message) => {
  const send = async () => Promise.reject(Object.assign(new Error(message), { name: 'ValidationException' }))
  const deps = { table: { client: { send }, name: 'full' } } as unknown as Deps
  await expect(transact(deps, [], 0)).rejects.toMatchObject({ code: 'Invalid' })
})
