import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Certificate } from '../../domain/panel-draw/fair-draw/certificate.ts'
import { verifyCertificate } from '../../domain/panel-draw/fair-draw/verify.ts'
import type { Refused } from '../../local/demo/client.ts'
import { playPanelFormation, seenPanel } from '../../local/demo/panel-formation.ts'
import { first } from '../../local/demo/play.ts'
import { playSubstitution, type SeenSubstitution } from '../../local/demo/substitution.ts'
import { caseEntering } from './lived.ts'

/** Members leave after the panel was formed: substitutes are drawn beside the stage, without anybody having to remember it. */

const { folder, locality, play } = await caseEntering('panel-formation')

beforeAll(() => playPanelFormation(play, { decline: false }))

const path = (rest = '') => `/api/cases/${play.caseId}${rest}`
const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: Refused) => `${error.status} ${error.code}`,
  )

interface BoardRow {
  caseId: string
  wait?: string
  substitution?: { wait: string; dueAt: string; waitsFor: unknown[] }
}
const onBoard = async () =>
  (await play.manager.get<{ rows: BoardRow[] }>('/api/board')).rows.find((row) => row.caseId === play.caseId)

async function mailedTo(person: string): Promise<string[]> {
  const files = (await readdir(join(folder, 'mail'))).filter((file) => file.endsWith('.json'))
  const mails = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(folder, 'mail', file), 'utf8'))),
  )
  const name = play.people.find(({ id }) => id === person)?.name
  return mails.filter(({ text }) => text.startsWith(`Dear ${name},`)).map(({ subject, text }) => `${subject}\n${text}`)
}

test('a chair who is barred is replaced by a substitute, and the panel chooses another; the stage waits on as before', async () => {
  const before = await play.settled()
  expect(before).toMatchObject({ life: { stage: 'specification' }, wait: { name: 'appraisal' } })
  expect(before).not.toHaveProperty('substitution')
  const { chair = '', members } = await seenPanel(play)
  const declaration = {
    kind: 'interests',
    interests: [{ organisationId: 'hearthlight', kind: 'director', detail: '' }],
  }
  await play.as(chair).post('/api/register/declare-interests', { declaration })
  const vacant = (await play.settled()) as SeenSubstitution
  const waitsFor = before.wait?.waitsFor.filter(({ id }) => id !== chair)
  expect(vacant.wait).toEqual({ ...before.wait, waitsFor })
  // Whom the first draw left over is chance: there is another draw, one person who fits, or a limit has to give way.
  const { name } = vacant.substitution?.wait ?? {}
  expect(['contributions', 'invitations', 'pool']).toContain(name)
  expect(await onBoard()).toMatchObject({ wait: 'appraisal', substitution: { wait: name } })

  const invited = await playSubstitution(play)
  const whole = await play.settled()
  expect(whole).not.toHaveProperty('substitution')
  // Time has passed, and the appraisal has been chased; it is the same wait.
  expect(whole.wait).toMatchObject({ name: 'appraisal', dueAt: before.wait?.dueAt })
  const panel = await seenPanel(play)
  expect(panel).toMatchObject({ vacancies: 0 })
  expect(panel.members).not.toContain(chair)
  expect(panel.members).toContain(panel.chair)
  expect(invited.every((person) => panel.members.includes(person))).toBe(true)
  for (const person of invited) expect((await mailedTo(person)).join()).toContain('accept or decline')

  const { draw } = panel.draws.at(-1) ?? { draw: 0 }
  const published = await fetch(`${locality.url}/api/public/cases/${play.caseId}/draw-certificate?draw=${draw}`)
  const certificate = (await published.json()) as Certificate
  expect(verifyCertificate(certificate).problems).toEqual([])
  if (name === 'contributions') expect(certificate.terms.instance.sitting).toHaveLength(members.length - 1)
})

test('a member who leaves says why, and the search for a substitute goes on after the case was paused and resumed', async () => {
  const { members, chair } = await seenPanel(play)
  const leaving = first(members.filter((person) => person !== chair))
  expect(await refused(play.command(leaving, 'decline-seat'))).toBe('422 Invalid')
  await play.command(leaving, 'decline-seat', { reason: 'I move to another practice.' })
  const vacant = (await play.settled()) as SeenSubstitution
  const { name } = vacant.substitution?.wait ?? {}
  expect(['contributions', 'invitations', 'pool']).toContain(name)
  await play.manager.post(path('/pause'), { reason: 'Holidays.' })
  await play.moveBy({ days: 3 })
  expect(await play.settled()).not.toHaveProperty('substitution')
  await play.manager.post(path('/resume'), { reason: 'Back again.' })
  expect(((await play.settled()) as SeenSubstitution).substitution?.wait?.name).toBe(name)
  const panel = await seenPanel(play)
  expect(panel.chair).toBe(chair)
  expect(panel.seats[leaving]?.status).toBe('declined')
})
