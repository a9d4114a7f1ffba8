import { expect, test } from 'vitest'
import { entryOf } from '../../../domain/panel-draw/fair-draw/entry.ts'
import { commitmentOf } from '../../../domain/panel-draw/fair-draw/terms.ts'
import { tellOfTheDraw } from '../../../functions/events/draw-mail.ts'
import { checked, commit } from '../../domain/panel-draw/drawing.ts'
import { mailWorld } from './mail-world.ts'

test('each nominee in a pool is mailed the commitment and their own entry and salt, once, and nobody else’s', async () => {
  const [committed] = await commit(checked())
  if (committed?.type !== 'DrawCommitted') throw new Error('Nothing was committed to.')
  const { terms } = committed.data
  const salts = { ann: 'a'.repeat(32), bob: 'b'.repeat(32), cas: 'c'.repeat(32) }
  const { deps, theCase, mails, exclude } = await mailWorld()
  await exclude('cas')
  const tell = async () => tellOfTheDraw(deps, await theCase(), { ...committed.data, salts })
  await tell()
  await tell()
  expect(mails.map(({ to }) => to).sort()).toEqual(['ann@example.org', 'bob@example.org'])
  for (const { to, text } of mails) {
    const own = to.startsWith('ann') ? ('ann' as const) : ('bob' as const)
    expect(text).toContain(commitmentOf(terms))
    expect(text).toContain(entryOf(own, salts[own]))
    expect(text).toContain(salts[own])
    for (const other of (['ann', 'bob', 'cas'] as const).filter((one) => one !== own)) {
      expect(text).not.toContain(salts[other])
      expect(text).not.toContain(entryOf(other, salts[other]))
    }
  }
})
