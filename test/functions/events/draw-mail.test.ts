import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { entryOf } from '../../../domain/panel-draw/fair-draw/entry.ts'
import { commitmentOf } from '../../../domain/panel-draw/fair-draw/terms.ts'
import { tellPeople } from '../../../functions/events/tell-people.ts'
import { peopleTold } from '../../../functions/messages/people-told.ts'
import { START } from '../../domain/case-in.ts'
import { checked, commit } from '../../domain/panel-draw/drawing.ts'
import { mailWorld } from './mail-world.ts'

/** A draw from these people, as the record says that they are told of it. */
async function told(salts: Record<string, string>, change: Partial<ReturnType<typeof checked>> = {}) {
  const [committed] = await commit(checked())
  if (committed?.type !== 'DrawCommitted') throw new Error('Nothing was committed to.')
  const { deps, theCase, mails, exclude } = await mailWorld()
  const { nomination, conflicts } = checked()
  const now = { ...(await theCase()), ...(nomination && { nomination }), ...(conflicts && { conflicts }), ...change }
  const data = { ...committed.data, salts }
  const [event] = peopleTold(now, [{ ...committed, data }], 7, START)
  if (!event) throw new Error('Nobody is told.')
  const tell = () => tellPeople(deps, now.id, event.data, async (of) => (of === 7 ? data : undefined))
  return { event, mails, exclude, tell, terms: data.terms }
}

test('whoever accepted a nomination and is not in the pool is told so, and why', async () => {
  const { conflicts } = checked()
  const { ann } = conflicts?.standings ?? {}
  if (!ann || !conflicts) throw new Error('They were checked.')
  const standings = { ...conflicts.standings, ann, bob: { status: 'flagged' as const, findings: [] } }
  const salts = Object.fromEntries(['cyd', 'dee', 'eve', 'fay', 'gus', 'guy'].map((person) => [person, 'c'.repeat(32)]))
  const { mails, tell } = await told(salts, { conflicts: { ...conflicts, standings } })
  await tell()
  const saying = (to: string) =>
    mails.filter((mail) => mail.to.startsWith(to)).map(({ subject, text }) => `${subject} ${text}`)
  expect(saying('ann')).toEqual([expect.stringMatching(/not in the draw.*panels at once already/s)])
  expect(saying('bob')).toEqual([expect.stringMatching(/not in the draw.*nobody has ruled yet/s)])
})

test('each nominee in a pool is mailed the commitment and their own entry and salt, once; the record has the hash of it', async () => {
  const salts = { ann: 'a'.repeat(32), bob: 'b'.repeat(32), cas: 'c'.repeat(32) }
  const { event, mails, exclude, tell, terms } = await told(salts)
  await exclude('cas')
  await tell()
  await tell()
  const inPool = mails.filter(({ subject }) => subject.startsWith('You are in the draw'))
  expect(inPool.map(({ to }) => to).sort()).toEqual(['ann@example.org', 'bob@example.org'])
  const [mail] = event.data.mails
  expect(mail?.to.map((one) => 'id' in one && one.id)).toEqual(['ann', 'bob', 'cas'])
  for (const { to, text } of inPool) {
    const own = to.startsWith('ann') ? ('ann' as const) : ('bob' as const)
    expect(text).toContain(commitmentOf(terms))
    expect(text).toContain(entryOf(own, salts[own]))
    expect(text).toContain(salts[own])
    const part = text.slice(text.indexOf('Your entry in the published pool')).trimEnd()
    expect(createHash('sha256').update(part).digest('hex')).toBe(mail?.own?.sha256[own])
    for (const other of (['ann', 'bob', 'cas'] as const).filter((one) => one !== own)) {
      expect(text).not.toContain(salts[other])
      expect(text).not.toContain(entryOf(other, salts[other]))
    }
  }
  expect(JSON.stringify(event)).not.toMatch(/a{32}|b{32}|c{32}/)
})
