import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../../local/draw/outcome.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['local/draw/run.ts', ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )

async function draw(instance: unknown, ...args: string[]) {
  const file = join(folder, 'instance.json')
  await writeFile(file, typeof instance === 'string' ? instance : JSON.stringify(instance))
  return run(file, ...args)
}

const outcomeOf = async (instance: unknown): Promise<Outcome> =>
  JSON.parse((await draw(instance, '--', '--json')).stdout)

const pool = [
  { role: 'gp', practice: 'a' },
  { count: 3, role: 'nurse', practice: 'b' },
  { role: 'nurse', practice: 'c' },
]
const quotas = [{ category: 'role', feature: 'gp', min: 1, max: 1 }]
const instance = { panelSize: 2, pool, quotas, atMostOnePer: 'practice', fairBetween: 'practice' }

describe('npm run draw -- INSTANCE.json', () => {
  test('gives every row’s chance, how equal they are, and how many panels', async () => {
    const outcome = await outcomeOf(instance)
    expect(outcome).toMatchObject({
      feasible: true,
      rows: [
        { row: 0, count: 1, chance: 1, exact: '1', inPanels: [1_000, 1_000] },
        { row: 1, count: 3, exact: '1/6', inPanels: [166, 167] },
        { row: 2, count: 1, chance: 0.5, inPanels: [500, 500] },
      ],
      ...{ minimum: 1 / 6, maximum: 1, panels: 1_000, differentPanels: 4, seconds: expect.any(Number) },
    })
    const { gini, geometricMean } = outcome as Extract<Outcome, { feasible: true }>
    expect(gini).toBeCloseTo(
      (1 / 6) * (3 * (5 / 6) + 3 * (1 / 3)) * (1 / 5) * (1 / (2 / 5)) * 0.5 * 2 + 1 / 30 + 1 / 12,
      1,
    )
    expect(geometricMean).toBeCloseTo((0.5 / 6 ** 3) ** (1 / 5), 12)
  })

  test('in words', async () => {
    const { code, stdout } = await draw(instance)
    expect(code).toBe(0)
    expect(stdout).toContain('16.67%')
    expect(stdout).toContain('1000 panels, 4 of them different')
  })

  test('where no panel is possible gives the relaxations, with a panel each, and ends with 2', async () => {
    const impossible = { ...instance, panelSize: 4, quotas: [{ category: 'role', feature: 'gp', min: 2, max: 4 }] }
    const { code, stdout } = await draw(impossible)
    expect(code).toBe(2)
    expect(stdout).toContain('a panel of 4 → 3 and at least 2 → 1 with role “gp”')
    const outcome = await outcomeOf(impossible)
    expect(outcome).toMatchObject({ feasible: false, relaxations: [{ steps: 2, panel: [0, 1, 2] }] })
    expect((await draw({ panelSize: 2, pool: [] })).code).toBe(2)
  })

  test('ends when its time is over, and says that nothing was drawn', async () => {
    await writeFile(join(folder, 'instance.json'), JSON.stringify(instance))
    const { code, stdout, stderr } = await run(join(folder, 'instance.json'), '--seconds', '0.000001')
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/^The fairest lottery was not found\. It takes longer than the .* seconds that it was given/)
    expect((await run(join(folder, 'instance.json'), '--seconds', 'long')).code).toBe(1)
  })

  test('draws from 101 rows of which each sits apart from fifty, and says at once that six of five groups cannot', async () => {
    // Whose numbers differ by a square: everybody stands alike, and no six can sit together (the Paley graph of order 101).
    const rows = Array.from({ length: 101 }, (_, row) => row)
    const squares = rows.slice(1).map((row) => row ** 2 % 101)
    const pairs = rows.flatMap((one) => rows.flatMap((other) => (squares.includes(other - one) ? [[one, other]] : [])))
    const alike = { pool: rows.map((row) => ({ row })), apart: pairs }
    expect(await outcomeOf({ panelSize: 5, ...alike })).toMatchObject({ minimum: 5 / 101, maximum: 5 / 101 })
    const people = Array.from({ length: 60 }, (_, row) => ({ group: `g${row % 5}` }))
    const apart = people.flatMap((_, one) =>
      people.flatMap((__, other) => (one < other && one % 5 === other % 5 ? [[one, other]] : [])),
    )
    const six = await outcomeOf({ panelSize: 6, pool: people, apart })
    expect(six).toMatchObject({ feasible: false, relaxations: [{ changes: 'a panel of 6 → 5' }] })
  })

  test('says everything that is wrong with an instance at once, and ends with 1', async () => {
    const wrong = {
      ...{ panelSize: 0, atMostOnePer: 'surgery', apart: [[0, 7]] },
      pool: [{ count: 1.5, role: 'gp' }],
      quotas: [{ category: 'rule', feature: 'gp', min: 1, max: 1 }],
    }
    const { code, stderr } = await draw({ ...wrong, pool: [{ role: 'gp' }], panelSize: 1 })
    expect(code).toBe(1)
    expect(stderr).toContain('pool.0: has no “surgery”')
    expect(stderr).toContain('quotas.0.category: nobody has a “rule”')
    expect(stderr).toContain('apart.0: there is no row 7')
    const malformed = await draw(wrong)
    expect(malformed.stderr).toContain('panelSize:')
    expect(malformed.stderr).toContain('pool.0.count: must be a whole number')
  })

  test.each([
    ['no file', []],
    ['a file that is not there', ['nowhere.json']],
    ['an option that does not exist', ['x.json', '--yes']],
  ])('with %s says what it needs, and ends with 1', async (_, args) => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(1)
    expect(stderr.length).toBeGreaterThan(10)
  })

  test('says which fields it does not know, so that no rule is left out by a slip', async () => {
    const { code, stderr } = await draw({ ...instance, atMostOneper: 'practice', source: 'a paper' })
    expect(code).toBe(0)
    expect(stderr).toBe('Not looked at, because no rule has this name: atMostOneper\n')
  })

  test('counts who sits already, and says where no seat is vacant', async () => {
    const sitting = [{ role: 'nurse', practice: 'z', count: 3 }]
    const outcome = await outcomeOf({ ...instance, panelSize: 5, sitting })
    expect(outcome).toMatchObject({ feasible: true, rows: [{ chance: 1 }, {}, { chance: 0.5 }] })
    const full = await draw({ ...instance, panelSize: 3, sitting })
    expect(full).toMatchObject({ code: 1, stderr: expect.stringContaining('3 sit already on a panel of 3') })
  })

  test('takes nothing that nobody has for an attribute', async () => {
    const quotas = [{ category: 'toString', feature: 'x', min: 0, max: 1 }]
    const { code, stderr } = await draw({ ...instance, quotas, atMostOnePer: 'constructor', fairBetween: '__proto__' })
    expect(code).toBe(1)
    expect(stderr).toContain('has no “constructor”, which atMostOnePer asks for')
    expect(stderr).toContain('has no “__proto__”, which fairBetween asks for')
    expect(stderr).toContain('nobody has a “toString”')
  })

  test('reads a file that begins with a byte-order mark', async () => {
    expect((await draw(`\uFEFF${JSON.stringify(instance)}`)).code).toBe(0)
  })

  test('refuses what is not JSON, or can be read in two ways', async () => {
    expect(await draw('{')).toMatchObject({ code: 1, stderr: expect.stringContaining('is not JSON') })
    const twice = await draw(JSON.stringify(instance).replace('{', '{"panelSize":3,'))
    expect(twice).toMatchObject({ code: 1, stderr: expect.stringContaining('says “panelSize” twice in one place') })
  })

  const example = join(import.meta.dirname, '../../../../shared/vectors/sortition-example-small.json')
  test.skipIf(!existsSync(example))(
    'reaches the published example’s minimum and Gini (skipped without ../shared)',
    async () => {
      const { stdout } = await run(example, '--json')
      expect(JSON.parse(stdout)).toMatchObject({ minimum: 0.1, maximum: 0.1, gini: 0, panels: 1_000 })
    },
  )
})
