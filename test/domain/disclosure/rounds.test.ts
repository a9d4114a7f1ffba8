import { beforeAll, describe, expect, test } from 'vitest'
import type { Letter } from '../../../domain/decision/decision.ts'
import { type DecisionRecord, viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import type { PackIndex } from '../../../domain/disclosure/index-of-pack.ts'
import { extended } from '../../../domain/ocds/extended.ts'
import type { Export } from '../../../domain/record/export.ts'
import { problemsHeld } from '../../../domain/record/held.ts'
import { replay } from '../../../domain/record/verify.ts'
import { packFiles } from '../../../functions/disclosure/files.ts'
import { typefaces } from '../../../functions/papers/fonts.ts'
import { verifyPack } from '../../../functions/verify/pack.ts'
import { archived } from '../../archived.ts'
import { members } from '../case-in.ts'
import { given } from '../evaluation/scored.ts'
import { following } from '../story.ts'
import { terms } from '../tender/terms.ts'
import {
  type Files,
  type Moderation,
  type Prices,
  type Ranking,
  Rational,
  reckon,
  type Scores,
  type Terms,
} from './reckoned.ts'
import { awarded, beginning, type Played, playedRound, recordOf, tenderedAgain } from './recorded.ts'

/**
 * Four rounds of one case, each by other rules; three end in a vote for a re-tender, and the last is awarded to who comes first without
 * a member who was excluded after its ranking.
 */
const rounds: Played[] = [
  // The scores of Meadow's quality are far apart, the member who gave least is excluded; Brook is below the minimum.
  {
    terms: { ...terms, priceFormula: { kind: 'linear-to-ceiling', ceilingPence: 320_000 } },
    bids: { harbour: 300_000, meadow: 200_000, brook: 180_000 },
    scores: (member, bidder) =>
      bidder === 'brook' ? given(1, 5) : bidder === 'harbour' ? given(4, 3) : given(scoreFor(member), 3),
    excluded: 'guy',
    option: 're-tender',
  },
  {
    terms: { ...terms, priceFormula: { kind: 'fixed-per-amount', amountPence: 30_000, points: '7/2' } },
    bids: { harbour: 300_000, meadow: 250_000, brook: 900_000 },
    scores: (member, bidder) => (bidder === 'harbour' ? given(5, member === 'ada' ? 3 : 4) : given(3, 4)),
    option: 're-tender',
  },
  // The same scores and the same price: the lot alone tells two apart.
  {
    terms,
    bids: { harbour: 250_000, meadow: 250_000, brook: 260_000 },
    scores: () => given(4, 4),
    option: 're-tender',
  },
  // Harbour is first through Ada's scores alone, whose quality is far from the others'.
  {
    terms,
    bids: { harbour: 300_100, meadow: 300_000 },
    scores: (member, bidder) => (bidder === 'harbour' && member === 'ada' ? given(5, 5) : given(2, 3)),
    excludedAfter: 'ada',
    option: 'award',
  },
]
const scoreFor = (member: string) => ({ ada: 5, ben: 5, cat: 4, dan: 3, eve: 2, fay: 2, guy: 0 })[member] ?? 3

const making = { typefaces: typefaces() }
let record: Export
let files: Record<string, Uint8Array>

async function packed(from: Export): Promise<Record<string, Uint8Array>> {
  const made: Record<string, Uint8Array> = {}
  const theCase = { ...replay(from), id: from.caseId, head: from.head }
  for await (const { path, bytes } of packFiles(
    { theCase, record: from, names: { organisations: {}, people: {} } },
    making.typefaces,
  ))
    made[path] = bytes
  return made
}

beforeAll(async () => {
  const last = rounds.reduce((before, round, index) => {
    const played = playedRound(before, round)
    return index === rounds.length - 1 ? played : tenderedAgain(played)
  }, beginning())
  const done = awarded(last)
  record = recordOf(
    following(done, [{ type: 'CaseEnded', data: { outcome: 'awarded', reason: 'Done.' } }], '2026-09-01T09:00:00.000Z'),
  )
  files = await packed(record)
})

const read = <T>(path: string) => JSON.parse(new TextDecoder().decode(files[path])) as T
const folders = ['round-1/', 'round-2/', 'round-3/', '']
/** How the last round was ranked, before a member was excluded. */
const AS_MADE = 'ranking-as-made/'

const filesOf = (folder: string): Files => ({
  scores: read<Scores>(`${folder}scores.json`),
  moderation: read<Moderation>(`${folder}moderation.json`),
  prices: read<Prices>(`${folder === AS_MADE ? '' : folder}prices.json`),
  terms: read<{ terms: Terms }>(`${folder === AS_MADE ? '' : folder}tender/published.json`).terms,
  seed: read<Ranking>(`${folder}ranking.json`).ties.seed,
})

describe('a case that was tendered four times', () => {
  test('discloses each round as it ended, in a folder of its own', () => {
    for (const folder of folders)
      for (const file of [
        'tender/published.json',
        'tender/documents.json',
        'compliance.json',
        'scores.json',
        'moderation.json',
        'prices.json',
        'ranking.json',
        'decision.json',
      ])
        expect(Object.keys(files), `${folder}${file}`).toContain(`${folder}${file}`)
    const { files: listed } = read<PackIndex>('index.json')
    expect(listed.find(({ path }) => path === 'round-2/scores.json')?.what).toMatch(/^Round 2, which is over\./)
    expect(read<{ vote: { on: string } }>('round-1/decision.json').vote.on).toBe('meadow')
  })

  test('says of every sheet whether it counted in its own round', () => {
    const counted = (folder: string) => {
      const { sheets } = filesOf(folder).scores
      return [sheets.length, sheets.filter((sheet) => !sheet.counted).map(({ member }) => member)]
    }
    expect(counted('round-1/')).toEqual([21, ['guy', 'guy', 'guy']])
    expect(counted('round-2/')).toEqual([18, []])
    expect(counted('')).toEqual([12, ['ada', 'ada']])
    expect(counted(AS_MADE)).toEqual([12, []])
  })

  test.each([...folders, AS_MADE])(
    'every total and place of %j is reckoned again, in independent arithmetic, from its files alone',
    (folder) => {
      const { ranking } = read<Ranking>(`${folder}ranking.json`)
      const { totals, out } = reckon(filesOf(folder))
      expect(totals.map(({ organisationId }) => organisationId)).toEqual(
        ranking.filter(({ place }) => place !== undefined).map(({ organisationId }) => organisationId),
      )
      expect(out.map(({ organisationId }) => organisationId)).toEqual(
        ranking.filter(({ place }) => place === undefined).map(({ organisationId }) => organisationId),
      )
      const said = new Map(ranking.map(({ organisationId, total }) => [organisationId, Rational.of(total)]))
      for (const { organisationId, total } of [...totals, ...out.map((one) => ({ ...one, total: one.quality }))])
        expect(said.get(organisationId)?.compare(total), organisationId).toBe(0)
    },
  )

  test('keeps the reckoning honest: a minimum is missed, a median stands without the excluded, and a lot decides', () => {
    expect(reckon(filesOf('round-1/')).out).toMatchObject([{ organisationId: 'brook' }])
    expect(filesOf('round-1/').moderation.notAgreed).toEqual([{ organisationId: 'meadow', criterionId: 'quality' }])
    expect(
      read<{ ranking: { tie?: { settledBy: string } }[] }>('round-3/ranking.json').ranking[0]?.tie?.settledBy,
    ).toBe('lot')
  })

  test('explains the award by the result that it rests on, wherever it is told, with the ranking as it was made beside it', () => {
    const winner = reckon(filesOf('')).totals[0]
    expect([winner?.organisationId, reckon(filesOf(AS_MADE)).totals[0]?.organisationId]).toEqual(['meadow', 'harbour'])
    const totals = new Map(
      read<Ranking>('ranking.json').ranking.map(({ organisationId, total }) => [organisationId, total]),
    )
    const before = new Map(
      read<Ranking>(`${AS_MADE}ranking.json`).ranking.map(({ organisationId, total }) => [organisationId, total]),
    )
    const letter = read<Letter>('letters/4-harbour.json')
    expect(letter).toMatchObject({ outcome: 'awarded to another', winner: 'meadow', place: 2 })
    expect([letter.own?.total, letter.winners?.total]).toEqual([totals.get('harbour'), totals.get('meadow')])
    // Nobody reads what the excluded member wrote: five reasons of five members, and nothing but a total of what it made.
    expect(letter.own?.criteria.map(({ reasons }) => reasons.length)).toEqual([5, 5])
    expect(JSON.stringify(letter)).not.toContain('Quality is 5')
    expect(letter.withoutExcluded).toEqual([
      expect.stringContaining('rests on the result without their scores'),
      expect.stringMatching(/^In the ranking as it was first made, your tender had [\d.]+ points and came in place 1;/),
    ])
    const told = read<DecisionRecord>('decision-record.json')
    expect(told.ranking.map(({ organisationId, total }) => [organisationId, total])).toEqual([
      ['meadow', totals.get('meadow')],
      ['harbour', totals.get('harbour')],
    ])
    expect(told).toMatchObject({ winner: 'meadow', robustness: { withoutOne: { members: 5 } } })
    expect(told.panel.members).not.toContain('ada')
    expect(told.excludedSince).toMatchObject({
      ...{ members: 1, changesTheWinner: true },
      asMade: [{ organisationId: 'harbour', total: before.get('harbour') }, { organisationId: 'meadow' }],
    })
    expect(new TextDecoder().decode(files['decision-record.html'])).toContain('The ranking as it was made')
    const theCase = { ...replay(record), id: record.caseId, head: record.head }
    const { evaluation } = extended({
      ...{ theCase, record: viewDecisionRecord(theCase), buyer: { id: 'us', name: 'Us' }, names: (id) => id },
      ...{ today: '2026-09-01', origin: 'https://panels.example' },
    })
    expect(evaluation?.scores.map(({ tendererID, total }) => [tendererID, total])).toEqual([...totals])
    expect(evaluation?.excludedSince).toMatchObject({
      changesTheWinner: true,
      asMade: [{ tendererID: 'harbour' }, {}],
    })
    const listed = read<PackIndex>('index.json').files
    expect(listed.find(({ path }) => path === `${AS_MADE}scores.json`)?.what).toMatch(/^Not what the decision rests on/)
  })

  test('an award to another, or a letter with other totals, is found in a record that was written anew', () => {
    const rewritten = (type: string, change: (data: string) => string) =>
      problemsHeld({
        ...record,
        events: record.events.map((event, index) =>
          index === record.events.findLastIndex(({ entry }) => entry.type === type) && event.payload
            ? { ...event, payload: { ...event.payload, data: JSON.parse(change(JSON.stringify(event.payload.data))) } }
            : event,
        ),
      }).problems
    expect(problemsHeld(record)).toEqual({ problems: [], unchecked: [] })
    const toHarbour = (data: string) => data.replace('"meadow"', '"harbour"')
    expect(rewritten('RecommendationMade', toHarbour)).toContainEqual(
      expect.stringContaining('what was recommended is not what the panel’s vote carried'),
    )
    expect(rewritten('VoteOpened', toHarbour)).toContainEqual(
      expect.stringContaining('did not vote on the tender that comes first by the scores that stand'),
    )
    expect(rewritten('AwardMade', toHarbour)).toEqual([
      expect.stringContaining('a tender that was not announced'),
      expect.stringContaining('a tender that does not come first by the scores that stand'),
    ])
    expect(rewritten('OutcomeAnnounced', (data) => data.replace(/"begins":"[^"]+"/, '"begins":"2026-01-02"'))).toEqual([
      expect.stringContaining('the standstill is not the one that the law makes of the day'),
    ])
    const early = { ...record, events: record.events.map((event) => ({ ...event, entry: { ...event.entry } })) }
    const award = early.events.find(({ entry }) => entry.type === 'AwardMade')
    const told = early.events.findLast(({ entry }) => entry.type === 'OutcomeAnnounced')
    if (award && told) award.entry.at = told.entry.at
    expect(problemsHeld(early).problems).toEqual([expect.stringContaining('awarded before the standstill was over')])
    expect(rewritten('VoteCounted', (data) => data.replace('"abstentions":0', '"abstentions":1'))).toEqual([
      expect.stringContaining('the ballots do not make this count'),
      // Its grounds tell the votes.
      expect.stringContaining('notice: it is not of'),
    ])
    const [harbour] = read<Ranking>(`${AS_MADE}ranking.json`).ranking
    expect(
      rewritten('LetterWritten', (data) => data.replaceAll(/"total":"[^"]+"/g, `"total":"${harbour?.total}"`)),
    ).toEqual([expect.stringContaining('quotes another score or total')])
  })

  test('tells the public that there were rounds before, and why they ended', () => {
    const { earlierRounds } = read<{ earlierRounds: object[] }>('decision-record.json')
    expect(earlierRounds).toMatchObject([{ round: 1, tenders: 3 }, { round: 2 }, { round: 3 }])
    expect(new TextDecoder().decode(files['decision-record.html'])).toContain('Earlier rounds')
  })

  test('keeps every ballot of every sitting, with its reasons', () => {
    const said = read<{ type: string; said: { reasons?: string } }[]>('sittings.json')
    const ballots = said.filter(({ type }) => type === 'BallotCast')
    expect(ballots).toHaveLength(rounds.length * (members.length - 1) - 1)
    expect(ballots.every(({ said: { reasons } }) => /\w: /.test(reasons ?? ''))).toBe(true)
  })

  test('is verified, and a forged score of an earlier round is found even with its hash', async () => {
    const { problems, says } = await verifyPack(archived(files), making)
    expect(problems).toEqual([])
    expect(says.join()).toContain('every file is what the record makes of it')
    const { indexFiles, listed } = await import('../../../functions/disclosure/files.ts')
    const path = 'round-1/scores.json'
    const forged = new TextEncoder().encode(new TextDecoder().decode(files[path]).replace('"score": 4', '"score": 5'))
    const index = read<PackIndex>('index.json')
    const anew = {
      ...index,
      files: index.files.map((one) => (one.path === path ? listed({ ...one, bytes: forged }) : one)),
    }
    const indexed = Object.fromEntries(indexFiles(anew).map((one) => [one.path, one.bytes]))
    expect((await verifyPack(archived({ ...files, ...indexed, [path]: forged }), making)).problems).toEqual([
      'round-1/scores.json is not what the record says',
    ])
  })
})
