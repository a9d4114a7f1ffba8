import { expect, test } from 'vitest'
import { entryOf } from '../../../domain/panel-draw/fair-draw/entry.ts'
import { commitmentOf } from '../../../domain/panel-draw/fair-draw/terms.ts'
import { tellOfTheDraw } from '../../../functions/events/draw-mail.ts'
import { checked, commit } from '../../domain/panel-draw/drawing.ts'
import { mailWorld } from './mail-world.ts'

test('whoever accepted a nomination and is not in the pool is told so, and why', async () => {
  const [committed] = await commit(checked())
  if (committed?.type !== 'DrawCommitted') throw new Error('Nothing was committed to.')
  const { deps, theCase, mails } = await mailWorld()
  const now = await theCase()
  const { nomination, conflicts } = checked()
  const { ann } = conflicts?.standings ?? {}
  if (!ann || !conflicts) throw new Error('They were checked.')
  const standings = { ...conflicts.standings, ann, bob: { status: 'flagged' as const, findings: [] } }
  const salts = Object.fromEntries(['cyd', 'dee', 'eve', 'fay', 'gus', 'guy'].map((person) => [person, 'c'.repeat(32)]))
  await tellOfTheDraw(
    deps,
    { ...now, ...(nomination && { nomination }), conflicts: { ...conflicts, standings } },
    { ...committed.data, salts },
  )
  const saying = (to: string) =>
    mails.filter((mail) => mail.to.startsWith(to)).map(({ subject, text }) => `${subject} ${text}`)
  expect(saying('ann')).toEqual([expect.stringMatching(/not in the draw.*panels at once already/s)])
  expect(saying('bob')).toEqual([expect.stringMatching(/not in the draw.*nobody has ruled yet/s)])
})

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
