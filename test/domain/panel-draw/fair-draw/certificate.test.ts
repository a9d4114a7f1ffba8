import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import {
  type Certificate,
  certificateSchema,
  entriesOf,
  indexOf,
} from '../../../../domain/panel-draw/fair-draw/certificate.ts'
import { drawPanel } from '../../../../domain/panel-draw/fair-draw/draw-panel.ts'
import { entryOf } from '../../../../domain/panel-draw/fair-draw/entry.ts'
import { lookAt } from '../../../../domain/panel-draw/fair-draw/look.ts'
import { type Announcement, furthest, prepareDraw } from '../../../../domain/panel-draw/fair-draw/prepare.ts'
import { commitmentOf, type Terms } from '../../../../domain/panel-draw/fair-draw/terms.ts'
import { verifyCertificate } from '../../../../domain/panel-draw/fair-draw/verify.ts'
import { mixedPanels } from '../../../../domain/panel-draw/fair-lottery.ts'
import { selectionOf } from '../../../../domain/panel-draw/instance/selection.ts'
import { timeOfRound } from '../../../../domain/panel-draw/randomness/quicknet.ts'
import type { Evidence } from '../../../../domain/panel-draw/randomness/source.ts'
import { digest } from '../../../../domain/record/chain.ts'
import { refusedWith } from '../../story.ts'
import {
  announced,
  beacon,
  honest,
  instance,
  lotteryNumbers,
  prepare,
  round,
  salt,
  secret,
  solver,
  terms,
} from './honest.ts'

/** As it comes out of a file. */
const file = (certificate: unknown): unknown => JSON.parse(JSON.stringify(certificate))
const firstProblem = (certificate: unknown) => verifyCertificate(file(certificate)).problems[0]

/**
 * With other terms, committed to and drawn from as if they were honest, and `furthest` computed anew: only what cannot be made
 * to agree with itself is left to be found.
 */
function forged(change: Partial<Terms>): Certificate {
  const { panels, chances } = { ...terms, ...change }
  const off = furthest(
    panels,
    chances.map((chance) => new Fraction(chance)),
  ).toFraction()
  const after = { ...terms, furthest: off, ...change }
  const commitment = commitmentOf(after)
  const index = indexOf(honest.randomness, commitment, after.panels.length)
  return { ...honest, terms: after, commitment, index, panel: entriesOf(after, index) }
}

/** With other panels to begin with, mixed as they should be. */
const forgedMix = (unmixed: number[][]) =>
  forged({ unmixed, panels: mixedPanels(instance, selectionOf(instance), unmixed) })

describe('a certificate (requirements §5: anybody recomputes it, or is told which line is wrong)', () => {
  const reveals = ['brindle', 'the company'].map((by) => ({ by, secret: secret(by) }))
  const fallen = drawPanel(terms, 'fallback', { kind: 'commit-reveal', reveals, replaced: ['ashlarke'] })
  const numbers: Evidence = { kind: 'public-numbers', numbers: ['3 17 22 28 45 51'], key: '3.17.22.28.45.51./' }
  const copied = drawPanel(
    prepare(instance, { ...announced, source: lotteryNumbers, fallback: null }, 100),
    'source',
    numbers,
  )

  test('that is honest has no problems, whatever its randomness came from', () => {
    for (const one of [honest, fallen, copied]) expect(verifyCertificate(file(one)).problems).toEqual([])
  })

  test('says what no file can show: a round that must have been missing, numbers that were copied down, or told', () => {
    expect(lookAt(terms, 'source')).toEqual([])
    expect(lookAt(terms, 'fallback')).toEqual([
      expect.stringContaining(`round ${round} of drand`),
      expect.stringContaining('numbers are those of ashlarke, brindle. Whoever knew all the numbers'),
    ])
    expect(lookAt(copied.terms, 'source')).toEqual([expect.stringContaining('on 26 August 2023')])
  })

  test('whose evidence has one bit changed is not what it was, whatever its randomness came from', () => {
    for (const one of [fallen, copied])
      for (const path of leaves({ evidence: one.evidence, randomness: one.randomness, from: one.from })) {
        const changed = file(one)
        change(changed, path)
        expect(verifyCertificate(changed).problems, path.join('.')).not.toEqual([])
      }
    const spelt = { ...copied, evidence: { ...numbers, numbers: ['51, 45 28 22 17 3'] } }
    expect(verifyCertificate(file(spelt)).problems).toEqual([expect.stringContaining('is written “3 17 22 28 45 51”')])
  })

  test('shows each nominee their own entry and chance, and who can never sit', () => {
    const row = (person: string) => instance.pool.findIndex(({ entry }) => entry === entryOf(person, salt(person)))
    expect(terms.chances[row('gus')]).toBe('0')
    expect(terms.never).toEqual([
      {
        row: row('gus'),
        why: 'no panel with them fulfils everything; it would take at most 0 → 1 with role “visitor”',
      },
    ])
    expect(JSON.stringify(honest)).not.toMatch(/"(ann|bob|cyd|dee|eve|fay|gus)"/)
    expect(row('nobody')).toBe(-1)
  })

  test('with one bit of any of its values changed is not what it was', () => {
    const values = leaves(file(honest))
    expect(values.length).toBeGreaterThan(3_000)
    const everyPath = new Map(
      values.map((path) => [path.map((key) => (typeof key === 'number' ? '#' : key)).join('.'), path]),
    )
    expect(everyPath.size).toBeGreaterThan(25)
    for (const path of everyPath.values()) {
      const changed = file(honest)
      change(changed, path)
      expect(verifyCertificate(changed).problems, path.join('.')).not.toEqual([])
    }
  })

  test('with any of its fields gone, or cut off, is not one', () => {
    for (const field of Object.keys(honest)) {
      const { [field as keyof Certificate]: _, ...rest } = honest
      expect(firstProblem(rest)).toContain(field)
    }
    for (const field of Object.keys(terms)) {
      const { [field as keyof Terms]: _, ...rest } = terms
      expect(firstProblem({ ...honest, terms: rest })).toContain(`terms.${field}`)
    }
    expect(verifyCertificate(null).problems).toHaveLength(1)
  })

  const [first = [], ...others] = terms.panels
  const lastLevel = terms.levels.length - 1
  const [never, last] = [terms.levels[0], terms.levels.findLast(({ people }) => people.length > 0)]
  const { atMostOnePer: _, ...withoutSeats } = instance
  const [entered] = instance.pool
  const standsTwice = instance.pool.map((row, at) => (at === 1 ? { ...row, entry: entered?.['entry'] ?? '' } : row))
  test.each<[string, Certificate, string]>([
    ['another pool', forged({ instance: { ...instance, pool: instance.pool.slice(1) } }), 'terms.poolHash'],
    [
      'a pool out of order',
      forged({
        instance: { ...instance, pool: [...instance.pool].reverse() },
        poolHash: digest([...instance.pool].reverse()),
      }),
      'terms.instance.pool.1.entry',
    ],
    [
      'somebody who stands in the pool twice',
      forged({ instance: { ...instance, pool: standsTwice }, poolHash: digest(standsTwice) }),
      'terms.instance.pool.1.entry',
    ],
    ['a chance of nobody', forged({ chances: [...terms.chances, '1'] }), 'terms.chances: there is not one for each'],
    ['a panel that is not feasible', forged({ panels: [[0, 1, 2, 3], ...others] }), 'terms.panels.0: it is not'],
    ['a panel of nobody', forged({ panels: [[99], ...others] }), 'terms.panels.0: it names'],
    ['a stricter quota', forged({ instance: { ...instance, panelSize: 4 } }), 'terms.levels.'],
    [
      'a proof that proves too much',
      forged({ levels: levels(lastLevel, { heaviest: 1 }) }),
      `terms.levels.${lastLevel}`,
    ],
    [
      'somebody who could sit, and is said never to',
      forged({ levels: levels(0, { people: [...(never?.people ?? []), ...(last?.people.slice(0, 1) ?? [])] }) }),
      'terms.levels.0: a feasible panel weighs 1, more than 0',
    ],
    [
      'a level of another value',
      forged({ levels: levels(lastLevel, { value: '1/3' }) }),
      `terms.levels.${lastLevel}: its`,
    ],
    [
      'a limit that names who is to win',
      forged({
        instance: {
          ...terms.instance,
          quotas: [{ category: 'entry', feature: String(terms.instance.pool[0]?.['entry']), min: 1, max: 1 }],
        },
      }),
      'terms.instance.quotas: an entry is one nominee',
    ],
    [
      'two nominees who are kept apart',
      forged({ instance: { ...terms.instance, apart: [[0, 1]] } }),
      'terms.instance.apart: no rule of a case',
    ],
    ['a level left out', forged({ levels: terms.levels.slice(0, -1) }), `terms.levels.${lastLevel}`],
    ['levels in another order', forged({ levels: [...terms.levels].reverse() }), 'terms.levels'],
    ['another chance', forged({ chances: ['1/2', ...terms.chances.slice(1)] }), 'terms.chances.0'],
    ['another reason', forged({ never: [] }), 'terms.never'],
    [
      'the same panel a thousand times',
      forged({ unmixed: terms.panels.map(() => first), panels: terms.panels.map(() => first) }),
      'terms.panels: they put',
    ],
    ['panels that somebody chose, with the same chances', forged({ panels: terms.unmixed }), 'terms.panels.'],
    [
      'panels that somebody added to those that were mixed',
      forged({ panels: [...terms.panels, ...terms.panels] }),
      'terms.panels.0: it is not what mixing makes',
    ],
    ['other panels to begin with', forged({ unmixed: terms.panels }), 'terms.panels.'],
    [
      'a panel to begin with that is not feasible',
      forged({ unmixed: [[0, 1, 2], ...terms.unmixed.slice(1)] }),
      'terms.unmixed.0',
    ],
    ['rows out of order', forged({ unmixed: terms.unmixed.map((panel) => [...panel].reverse()) }), 'terms.unmixed.0'],
    ['one panel', forged({ panels: [first] }), 'terms.panels: must have 100 items or more'],
    [
      'panels that are a little off',
      forgedMix([...terms.unmixed.slice(0, 990), ...Array.from({ length: 10 }, () => first)]),
      'terms.panels: they put',
    ],
    ['a distance that is not theirs', forged({ furthest: '0/1' }), 'terms.furthest'],
    ['a hollow proof: everybody may have a whole seat', hollow(), 'terms.levels: they prove 1 for ashlarke'],
    [
      'a level whose value is no number',
      forged({ levels: levels(lastLevel, { value: '1/0' }) }),
      `terms.levels.${lastLevel}.value`,
    ],
    [
      'fairness between practices of which several may sit',
      forged({ instance: withoutSeats }),
      'terms.instance.fairBetween',
    ],
    [
      'a panel larger than any',
      forged({ instance: { ...instance, panelSize: Number.MAX_SAFE_INTEGER } }),
      'terms.instance.panelSize',
    ],
    ['no notice', forged({ noticeHours: 0 }), 'terms.noticeHours'],
    ['a round that had passed', forged({ committedAt: timeOfRound(round + 1) }), 'terms.source'],
    ['too short a notice', forged({ noticeHours: 24 }), 'terms.source'],
    ['terms changed afterwards', { ...honest, terms: { ...terms, draw: 3 } }, 'commitment'],
    ['a signature of another round', { ...honest, evidence: { ...beacon, round: 123 } }, 'evidence'],
    ['another number', { ...honest, index: (honest.index + 1) % 1_000 }, 'index'],
    ['another panel', { ...honest, panel: [...honest.panel].reverse() }, 'panel'],
    ['another source used', { ...honest, from: 'fallback' }, 'evidence'],
  ])('with %s says so first', (_, certificate, where) => {
    expect(first).toHaveLength(3)
    expect(firstProblem(certificate)?.startsWith(where)).toBe(true)
  })
})

describe('committing to a draw', () => {
  test('to randomness that exists already, or too soon, is refused', () => {
    const late: Announcement = { ...announced, committedAt: timeOfRound(round + 1) }
    expect(refusedWith(() => prepare(instance, late, 10))).toBe('Invalid')
    expect(refusedWith(() => prepare(instance, { ...announced, noticeHours: 24 }, 10))).toBe('Invalid')
  })

  test('where no panel is possible, there are relaxations instead', () => {
    const prepared = prepareDraw({ ...instance, panelSize: 4 }, announced, solver, 10)
    if (!('relaxations' in prepared)) throw new Error('There is a panel.')
    expect(prepared.relaxations[0]).toMatchObject({ steps: 1, panel: expect.any(Array) })
  })

  test('is drawn only from the evidence that was named', () => {
    expect(refusedWith(() => drawPanel(terms, 'source', { ...beacon, round: 123 }))).toBe('Invalid')
    expect(refusedWith(() => drawPanel({ ...terms, fallback: null }, 'fallback', beacon))).toBe('Invalid')
    expect(certificateSchema.safeParse(honest).success).toBe(true)
  })
})

describe('100,000 draws (requirements §5: the panel number is drawn without bias)', () => {
  test('fall on all panels alike, and on each nominee as their chance says (chi-square, one in a million)', () => {
    const draws = 100_000
    const drawn = terms.panels.map(() => 0)
    const from = process.env['LONG'] === '1' ? String(Date.now()) : 'draw'
    for (let draw = 0; draw < draws; draw += 1) {
      const index = indexOf(secret(`${from} ${draw}`), honest.commitment, terms.panels.length)
      drawn[index] = (drawn[index] ?? 0) + 1
    }
    const expected = draws / drawn.length
    const chiSquare = drawn.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0)
    // 999 degrees of freedom: mean 999, deviation √1998; 4.75 deviations are one in a million.
    expect(Math.abs(chiSquare - 999)).toBeLessThan(4.75 * Math.sqrt(1_998))
    const sat = instance.pool.map((_, row) =>
      terms.panels.reduce((sum, panel, index) => sum + (panel.includes(row) ? (drawn[index] ?? 0) : 0), 0),
    )
    sat.forEach((times, row) => {
      const chance = new Fraction(terms.chances[row] ?? 0).valueOf()
      const listed = new Fraction(terms.furthest).valueOf() / drawn.length
      const deviation = Math.sqrt(chance * (1 - chance) * draws)
      expect(Math.abs(times - chance * draws)).toBeLessThanOrEqual(4.75 * deviation + listed * draws)
    })
  })
})

function levels(at: number, change: Partial<Terms['levels'][number]>): Terms['levels'] {
  return terms.levels.map((level, index) => (index === at ? { ...level, ...change } : level))
}

/** Levels that say of each practice and person, truly, that they can have no more than one seat: and so give them one. */
function hollow(): Certificate {
  const [nobody] = terms.levels
  const never = nobody?.people.map(([row]) => row) ?? []
  const practices = instance.pool.filter((_, row) => !never.includes(row)).map((row) => String(row['practice']))
  const level = { value: '1', heaviest: 1 }
  const sole = [...new Set(practices)].map((name) => ({
    ...level,
    parties: [[name, 1] as [string, number]],
    people: [],
  }))
  const rows = instance.pool.map((_, row) => row).filter((row) => !never.includes(row))
  const each = rows.map((row) => ({ ...level, parties: [], people: [[row, 1] as [number, number]] }))
  const chances = instance.pool.map((_, row) => (never.includes(row) ? '0' : '1'))
  return forged({ levels: [...(nobody ? [nobody] : []), ...sole, ...each], chances })
}

type Path = (string | number)[]

function leaves(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leaves(one, [...path, at]))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]))
}

/** Flips the lowest bit of a number, or of the last character of a text. */
function change(file: unknown, path: Path): void {
  const [key = '', ...rest] = path
  const holder = file as Record<string | number, unknown>
  const value = holder[key]
  if (rest.length > 0) change(value, rest)
  else if (typeof value === 'number') holder[key] = value ^ 1
  else holder[key] = typeof value === 'string' ? value.slice(0, -1) + flipped(value.at(-1) ?? '') : 'x'
}

const flipped = (letter: string) => (letter === '' ? 'a' : String.fromCharCode(letter.charCodeAt(0) ^ 1))
