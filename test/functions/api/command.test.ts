import { createMiddleware } from 'hono/factory'
import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { Api } from '../../../functions/api/api.ts'
import { caseCommand } from '../../../functions/api/command.ts'
import type { SignedIn, signedInAnd } from '../../../functions/api/sign-in.ts'
import { Conflict } from '../../../functions/store/transaction.ts'
import { caseId, mailWorld } from '../events/mail-world.ts'

vi.mock('../../../functions/api/sign-in.ts', async (original) => ({
  ...(await original<object>()),
  signedInAnd: (look: Parameters<typeof signedInAnd>[0]) =>
    createMiddleware<SignedIn>(async (c, next) => {
      await look(c, 'pam')
      await next()
    }),
}))

test('what takes long is prepared once, however often somebody else wrote first', async () => {
  const { open } = await mailWorld()
  await open()
  const app = new Api()
  let [prepared, decided] = [0, 0]
  caseCommand(app, {
    name: 'pause',
    summary: 'Pause',
    body: z.object({}),
    prepare: async () => {
      prepared += 1
      return 'The area is under review.'
    },
    decide: (_, __, ___, reason) => {
      decided += 1
      if (decided < 3) throw new Conflict('Somebody else wrote first.')
      return [{ type: 'CasePaused', data: { reason } }]
    },
  })
  const answer = await app.request(`/api/cases/${caseId}/pause`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(await answer.json()).toMatchObject({ events: ['CasePaused'] })
  expect([prepared, decided]).toEqual([1, 3])
})
