import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLISHED_TERMS } from '../../../domain/panel-draw/fair-draw/terms.ts'
import { beacon, honest, round, salt } from '../../domain/panel-draw/fair-draw/honest.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function verify(certificate: unknown, ...args: string[]) {
  const file = join(folder, 'certificate.json')
  await writeFile(file, typeof certificate === 'string' ? certificate : JSON.stringify(certificate))
  return promisify(execFile)(process.execPath, ['local/verify/run.ts', file, ...args]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => error,
  )
}

test('a certificate of the fair draw is recomputed offline, and says what was drawn', async () => {
  const { code, stdout } = await verify(honest)
  expect(stdout).toContain(`panel ${honest.index} of 1000, drawn by drand-quicknet`)
  expect(stdout).toContain(`case ${honest.terms.caseId}, draw ${honest.terms.draw}: whoever looks for another`)
  expect(stdout).toContain(`its limits: a panel of ${honest.terms.instance.panelSize}; `)
  expect(stdout).toMatch(/row \d can be on no panel: no panel with them fulfils everything/)
  expect(code).toBe(0)
})

test('one that was changed or cut is named, with the first line that is wrong', async () => {
  const changed = await verify({ ...honest, terms: { ...honest.terms, draw: 9 }, panel: [] })
  expect(changed).toMatchObject({ code: 1, stdout: expect.stringMatching(/NOT intact\n {2}panel: /) })
  const other = await verify({ ...honest, index: honest.index ^ 1 })
  expect(other.stdout).toMatch(/NOT intact\n {2}index: the randomness draws panel \d+, not \d+/)
  const otherwise = await verify({ ...honest, format: 'redesign-panels/draw-certificate/9' })
  expect(otherwise.stdout).toMatch(/NOT intact\n {2}format: /)
  const text = JSON.stringify(honest)
  const cut = await verify(text.slice(0, text.length / 2))
  expect(cut).toMatchObject({ code: 1, stdout: expect.stringMatching(/: not verified\n {2}it is not JSON/) })
  const twice = await verify(text.replace('"index":', '"index":0,"index":'))
  expect(twice).toMatchObject({ code: 1, stdout: expect.stringContaining('it says “index” twice in one place') })
})

test('a nominee finds themselves in it, and holds it against the commitment that they were sent', async () => {
  const own = await verify(honest, '--commitment', honest.commitment, '--nominee', `dee:${salt('dee')}`)
  expect(own).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/you are row \d: your chance was \d+\/\d+, \d+ of 1000/),
  })
  const stranger = await verify(honest, '--nominee', `dee:${salt('ann')}`)
  expect(stranger).toMatchObject({ code: 1, stdout: expect.stringContaining('your entry is not in it') })
  const swapped = await verify(honest, '--commitment', 'a'.repeat(64))
  expect(swapped).toMatchObject({ code: 1, stdout: expect.stringContaining('it is not the one you have') })
  // What was not copied whole says nothing of the file.
  const torn = honest.commitment.slice(1)
  expect(await verify(honest, '--commitment', torn, '--nominee', `dee:${salt('dee')}`)).toMatchObject({ code: 2 })
})

test('what was committed to is recalculated before anything is drawn, and each nominee finds their entry in it', async () => {
  const { terms, commitment } = honest
  const published = { format: PUBLISHED_TERMS, draw: terms.draw, status: 'committed', commitment, terms }
  const { code, stdout } = await verify(published, '--commitment', commitment, '--nominee', `ann:${salt('ann')}`)
  expect(stdout).toMatch(/not drawn yet as far as this file goes; its randomness \(drand-quicknet\) exists from /)
  expect(stdout).toMatch(/you are row \d: your chance is \d+\/\d+, \d+ of 1000 panels/)
  expect(code).toBe(0)
  const [first = []] = terms.panels
  const panels = terms.panels.map((panel, index) => (index === 0 ? first.slice(1) : panel))
  const changed = await verify({ ...published, terms: { ...terms, panels } })
  expect(changed).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/terms.panels.0: it is not a feasible panel/),
  })
  const other = await verify(published, '--commitment', '0'.repeat(64), '--nominee', `ann:${salt('bob')}`)
  expect(other.stdout).toContain('it is not the one you have')
  expect(other.stdout).toContain('your entry is not in it')
})

test('the round that a draw named is held against it', async () => {
  const said = await verify(honest, '--beacon', beacon.signature)
  expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining(`round ${round} of drand, as you have it`) })
  const wrong = await verify(honest, '--beacon', '0'.repeat(96))
  expect(wrong).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/beacon: This does not carry drand’s signature/),
  })
})
