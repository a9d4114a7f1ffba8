import { createHash } from 'node:crypto'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { seal } from '../../domain/tender/seal.ts'
import { hashOf } from '../../domain/tender/sealed-document.ts'
import { honest, salt } from '../domain/panel-draw/fair-draw/honest.ts'
import { whole } from '../domain/record/whole.ts'

// docs/checking.md says all that somebody needs who trusts none of our code. This is a program of theirs: written from that page
// alone, it takes files from us and nothing else.

const QUICKNET_KEY =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}
const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const digest = (value: unknown): string => sha256(canonical(value as Json)).toString('hex')
const asFile = <T>(thing: T): T => JSON.parse(JSON.stringify(thing)) as T

describe('a record, from docs/checking.md alone', () => {
  interface Chained {
    entry: { sequence: number; previous: string; hash: string; payloadDigest: string }
    payload: unknown
  }
  /** The first event at which the chain does not hold. */
  function brokenAt(events: Chained[], head: { sequence: number; hash: string }): number | undefined {
    let previous = '0'.repeat(64)
    for (const [at, { entry, payload }] of events.entries()) {
      const { hash, ...rest } = entry
      const holds = entry.sequence === at + 1 && entry.previous === previous && digest(rest) === hash
      if (!holds || (payload !== null && digest(payload) !== entry.payloadDigest)) return at + 1
      previous = hash
    }
    return head.sequence === events.length && head.hash === previous ? undefined : events.length
  }

  test('each entry, each payload and the head', () => {
    const { events, head } = asFile(whole)
    expect(events.length).toBeGreaterThan(4)
    expect(brokenAt(events, head)).toBeUndefined()
  })

  test('and a change is found', () => {
    const { events, head } = asFile(whole)
    const [, second] = events
    if (!second) throw new Error('The record has two events.')
    second.entry.at = '2020-01-01T00:00:00.000Z'
    expect(brokenAt(events, head)).toBe(2)
  })
})

describe('a receipt of a tender, from docs/checking.md alone', () => {
  test('has the hash of all that opens the envelope, and of each document', async () => {
    const pair = await crypto.subtle.generateKey(
      { name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ['encrypt', 'decrypt'],
    )
    const key = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64')
    const chunks = ['one', 'two'].map((part) => ({ bytes: 8388624, sha256: sha256(part).toString('hex') }))
    const document = { id: 'a'.repeat(32), wrappedKey: 'AAAA', chunks, sha256: await hashOf(chunks) }
    const binding = { caseId: 'c', round: 1, organisationId: 'harbour', kind: 'price' as const }
    const { sha256: said, ...envelope } = asFile(await seal(key, { pence: 5 }, binding, [document]))
    expect(digest(envelope)).toBe(said)
    expect(digest({ ...envelope, wrappedKey: 'AAAA' })).not.toBe(said)
    expect(sha256(chunks.map((chunk) => chunk.sha256).join()).toString('hex')).toBe(document.sha256)
  })
})

describe('a certificate, from docs/checking.md alone', () => {
  const { terms, commitment, evidence, randomness, index, panel } = asFile(honest)
  const { pool, quotas, panelSize, atMostOnePer = '', fairBetween = '' } = terms.instance

  const isPossible = (rows: number[]): boolean =>
    rows.length === panelSize &&
    new Set(rows.map((row) => pool[row]?.[atMostOnePer])).size === rows.length &&
    quotas.every(({ category, feature, min, max }) => {
      const having = rows.filter((row) => pool[row]?.[category] === feature).length
      return having >= min && having <= max
    })
  const subsets = (from: number, size: number): number[][] =>
    size === 0
      ? [[]]
      : pool.flatMap((_, row) => (row < from ? [] : subsets(row + 1, size - 1).map((rest) => [row, ...rest])))
  const possible = subsets(0, panelSize).filter(isPossible)

  test('the terms are what was committed to, and each nominee finds their entry', () => {
    expect(digest(terms)).toBe(commitment)
    expect(digest(pool)).toBe(terms.poolHash)
    expect(pool.map(({ entry }) => entry)).toContain(digest({ person: 'dee', salt: salt('dee') }))
    const entries = pool.map(({ entry }) => String(entry))
    expect(entries).toEqual([...new Set(entries)].sort())
    if (terms.source.kind !== 'drand-quicknet') throw new Error('It is drawn from drand.')
    const exists = (1692803367 + (terms.source.round - 1) * 3) * 1000
    expect(exists).toBeGreaterThanOrEqual(Date.parse(terms.committedAt) + terms.noticeHours * 3_600_000)
  })

  test('every panel is possible, and they give everybody their chance', () => {
    expect(terms.panels.filter((rows) => !isPossible(rows))).toEqual([])
    const chances = terms.chances.map((chance) => new Fraction(chance))
    expect(chances.reduce((sum, chance) => sum.add(chance)).equals(panelSize)).toBe(true)
    const off = chances.map((chance, row) => {
      const sits = terms.panels.filter((rows) => rows.includes(row)).length
      return chance.mul(terms.panels.length).sub(sits).abs().valueOf()
    })
    expect(Math.max(...off)).toBe(new Fraction(terms.furthest).valueOf())
    expect(Math.max(...off)).toBeLessThanOrEqual(1.5)
  })

  test('nobody chose who sits together: the panels are what mixing makes of others', () => {
    const seed = Buffer.from(digest({ instance: terms.instance, panels: terms.unmixed }), 'hex')
    const state = new Uint32Array([0, 4, 8, 12].map((at) => seed.readUInt32BE(at)))
    const [s0, s1, s2, s3] = [0, 1, 2, 3] as const
    const word = (at: number) => state[at] ?? 0
    const rotated = (x: number, k: number) => ((x << k) | (x >>> (32 - k))) >>> 0
    const next = () => {
      const result = Math.imul(rotated(Math.imul(word(s1), 5), 7), 9) >>> 0
      const t = word(s1) << 9
      state[s2] = word(s2) ^ word(s0)
      state[s3] = word(s3) ^ word(s1)
      state[s1] = word(s1) ^ word(s2)
      state[s0] = word(s0) ^ word(s3)
      state[s2] = word(s2) ^ t
      state[s3] = rotated(word(s3), 11)
      return result
    }
    const below = (n: number) => Math.floor((next() * n) / 2 ** 32)
    const rising = (rows: number[]) => [...rows].sort((one, other) => one - other)

    const panels = terms.unmixed.map(rising)
    expect(panels).toEqual(terms.unmixed)
    for (let meeting = 0; meeting < 10 * panels.length; meeting += 1) {
      const p = below(panels.length)
      const q = (p + below(panels.length - 1) + 1) % panels.length
      const [one, other] = [panels[p] ?? [], panels[q] ?? []]
      const common = one.filter((row) => other.includes(row))
      let a = one.filter((row) => !other.includes(row))
      let b = other.filter((row) => !one.includes(row))
      const d = a.length
      for (let tries = 0; tries < Math.min(d, 40); tries += 1) {
        const places = [[below(d), below(d)]]
        if (below(2) === 1 && d !== 1) {
          const further = (at: number) => (at + below(d - 1) + 1) % d
          places.push([further(places[0]?.[0] ?? 0), further(places[0]?.[1] ?? 0)])
        }
        const [newA, newB] = [[...a], [...b]]
        for (const [i = 0, j = 0] of places) [newA[i], newB[j]] = [newB[j] ?? -1, newA[i] ?? -1]
        if (isPossible([...common, ...newA]) && isPossible([...common, ...newB])) [a, b] = [newA, newB]
      }
      panels[p] = rising([...common, ...a])
      panels[q] = rising([...common, ...b])
    }
    const padded = (rows: number[]) => rows.map((row) => String(row).padStart(6, '0')).join()
    expect(panels.sort((one, other) => (padded(one) < padded(other) ? -1 : 1))).toEqual(terms.panels)
  })

  test('no lottery is fairer: every level holds against every possible panel, and values rise', () => {
    // Parties by name: a practice, or a kind by its first row. Nobody sits already, and nobody is apart.
    const like = (row: number) =>
      JSON.stringify([
        quotas.map(({ category, feature }) => pool[row]?.[category] === feature),
        pool[row]?.[atMostOnePer],
        pool[row]?.[fairBetween],
      ])
    const kinds = Map.groupBy(pool.keys(), like)
    const people = new Map<string, number[]>()
    for (const rows of kinds.values()) people.set(`kind ${rows[0]}`, rows)
    for (const [value, rows] of Map.groupBy(pool.keys(), (row) => pool[row]?.[fairBetween]))
      people.set(`practice ${value}`, rows)
    const seats = (party: string, rows: number[]) => {
      const seated = rows.filter((row) => people.get(party)?.includes(row)).length
      return party.startsWith('kind') ? seated : Math.min(1, seated)
    }
    const counts = (party: string) => (party.startsWith('kind') ? (people.get(party)?.length ?? 0) : 1)

    const given = new Map<string, Fraction>()
    const order: { kinds: boolean; value: Fraction }[] = []
    for (const level of terms.levels) {
      const weights = [
        ...level.parties.map(([name, weight]): [string, number] => [`practice ${name}`, weight]),
        ...level.people.map(([row, weight]): [string, number] => [`kind ${row}`, weight]),
      ]
      const weigh = (rows: number[]) => weights.reduce((sum, [party, weight]) => sum + weight * seats(party, rows), 0)
      expect(Math.max(...possible.map(weigh))).toBe(level.heaviest)
      const entering = weights.filter(([party]) => !given.has(party))
      const left = weights.reduce(
        (rest, [party, weight]) => rest.sub((given.get(party) ?? new Fraction(0)).mul(weight * counts(party))),
        new Fraction(level.heaviest),
      )
      const value = left.div(entering.reduce((sum, [party, weight]) => sum + weight * counts(party), 0))
      expect(value.toFraction()).toBe(level.value)
      for (const [party] of entering) given.set(party, value)
      if (level.heaviest === 0) continue
      const round = new Set(entering.map(([party]) => party.startsWith('kind')))
      expect(round.size).toBe(1)
      order.push({ kinds: round.has(true), value })
    }
    expect([...given.keys()].sort()).toEqual([...people.keys()].sort())
    const rising = order.every(({ kinds, value }, at) => {
      const before = order[at - 1]
      return !before || (kinds && !before.kinds) || (kinds === before.kinds && value.compare(before.value) >= 0)
    })
    expect(rising).toBe(true)
    const chances = pool.map((_, row) => {
      const own = [...people].find(([party, rows]) => party.startsWith('kind') && rows.includes(row))?.[0] ?? ''
      return given.get(own)?.toFraction()
    })
    expect(chances).toEqual(terms.chances)
  })

  test('the round is drand’s, and draws this panel', () => {
    if (evidence.kind !== 'drand-quicknet') throw new Error('It is drawn from drand.')
    const round = Buffer.alloc(8)
    round.writeBigUInt64BE(BigInt(evidence.round))
    const { shortSignatures, G2 } = bls12_381
    const message = shortSignatures.hash(sha256(round), 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_')
    const key = G2.Point.fromHex(QUICKNET_KEY)
    expect(shortSignatures.verify(shortSignatures.Signature.fromHex(evidence.signature), message, key)).toBe(true)
    expect(sha256(Buffer.from(evidence.signature, 'hex')).toString('hex')).toBe(randomness)

    const bits = (terms.panels.length - 1).toString(2).length
    const number = (attempt: number) => {
      const tried = Buffer.alloc(4)
      tried.writeUInt32BE(attempt)
      const parts = [Buffer.from(randomness, 'hex'), Buffer.from(commitment, 'hex'), tried, Buffer.alloc(4)]
      return sha256('redesign-panels/lot/1', ...parts).readUInt32BE() >>> (32 - bits)
    }
    let attempt = 0
    while (number(attempt) >= terms.panels.length) attempt += 1
    expect(number(attempt)).toBe(index)
    expect(terms.panels[index]?.map((row) => pool[row]?.['entry'])).toEqual(panel)
  })
})
