import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificate } from '../../domain/panel-draw/certificate.ts'
import { commitmentOf, METHOD, type Terms } from '../../domain/panel-draw/draw.ts'
import { drawNumber } from '../../domain/panel-draw/lot.ts'
import { numberPanels } from '../../domain/panel-draw/numbering.ts'
import { promised, SEED } from '../domain/nominees.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const verify = (...files: string[]) =>
  promisify(execFile)(process.execPath, ['local/verify/run.ts', ...files]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => error,
  )

function drawn() {
  const problem = {
    constraints: { size: 1, fewestGps: 1, fewestPracticeManagers: 0, fewestExperienced: 0, mostExperienced: 1 },
    sitting: [],
    pool: ['n-1', 'n-2', 'n-3'].map((id) => ({ id, practice: id, profession: 'gp' as const, experienced: false })),
  }
  const terms: Terms = {
    ...{ caseId: 'c000000000001', draw: 1, method: METHOD, ...problem, panels: '3' },
    ...{ seedCommitment: promised, publicValue: 'a'.repeat(64) },
  }
  const index = drawNumber(SEED, terms.publicValue, 3n)
  return certificate({
    ...{ status: 'drawn', terms, commitment: commitmentOf(terms), people: {}, seed: SEED },
    ...{ index: String(index), drawn: numberPanels(problem).at(index) },
    ...{ committedAt: '2026-01-05T09:00:00.000Z', drawnAt: '2026-01-06T09:00:00.000Z' },
  })
}

test('a certificate of a draw is verified offline; one that was changed is named, with the line that is wrong', async () => {
  const [honest, changed] = [join(folder, 'honest.json'), join(folder, 'changed.json')]
  await writeFile(honest, JSON.stringify(drawn()))
  await writeFile(changed, JSON.stringify({ ...drawn(), seed: 'b'.repeat(64) }))
  expect(await verify(honest)).toMatchObject({ code: 0, stdout: expect.stringContaining('the draw is what it says') })
  const both = await verify(honest, changed)
  expect(both.code).toBe(1)
  expect(both.stdout).toMatch(/changed\.json: NOT intact\n {2}seed: it is not the one that was promised/)
})
