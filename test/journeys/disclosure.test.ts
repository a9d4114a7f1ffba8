import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { isKept } from '../../domain/case/retention.ts'
import type { PackIndex } from '../../domain/disclosure/index-of-pack.ts'
import type { Names } from '../../domain/disclosure/part.ts'
import { chain, GENESIS, type Head } from '../../domain/record/chain.ts'
import type { Export } from '../../domain/record/export.ts'
import { problemsHeld, rules } from '../../domain/record/held.ts'
import { replayLeft } from '../../domain/record/left.ts'
import { replay, verifyExport } from '../../domain/record/verify.ts'
import { indexFiles, listed, packFiles } from '../../functions/disclosure/files.ts'
import { typefaces } from '../../functions/papers/fonts.ts'
import { verifyPack } from '../../functions/verify/pack.ts'
import { signIn } from '../../local/identity/sign-in.ts'
import { archived } from '../archived.ts'
import {
  type Moderation,
  type Prices,
  type Ranking,
  Rational,
  reckon,
  type Scores,
  type Terms,
} from '../domain/disclosure/reckoned.ts'
import { forgedFrom } from './forgeries.ts'
import { endedCase } from './lived.ts'

/** A whole case, disclosed: the pack is verified, tampered with, and its winner reckoned again from nothing else. */

const { folder, locality, told } = await endedCase()
let pack: Uint8Array
let files: Record<string, Uint8Array>

beforeAll(async () => {
  pack = new Uint8Array(await (await asked('disclosure-pack.zip', 'auditor')).arrayBuffer())
  files = unzipSync(pack)
})

const making = { typefaces: typefaces() }

const caseId = () => String(told.summary['caseId'])

async function asked(rest: string, role: string): Promise<Response> {
  const { people } = (await (await fetch(`${locality.url}/local/people`)).json()) as {
    people: { id: string; roles: string[] }[]
  }
  const person = people.find(({ roles }) => roles.includes(role))?.id ?? ''
  const { accessToken } = await signIn(locality.url, person)
  return fetch(`${locality.url}/api/cases/${caseId()}/${rest}`, { headers: { authorization: `Bearer ${accessToken}` } })
}

/** `npm run verify`, as somebody with nothing but the file. */
async function verify(bytes: Uint8Array, ...more: string[]): Promise<{ code: number; said: string }> {
  const file = join(folder, 'pack.zip')
  await writeFile(file, bytes)
  const command = new URL('../../local/verify/run.ts', import.meta.url).pathname
  return promisify(execFile)(process.execPath, [command, file, ...more]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }) => ({ code, said: `${stdout}${stderr}` }),
  )
}

const problemsOf = async (bytes: Uint8Array, head?: Head) => (await verifyPack(bytes, making, head)).problems

const text = (path: string) => new TextDecoder().decode(files[path])
const read = <T>(path: string) => JSON.parse(text(path)) as T

describe('a disclosure pack', () => {
  test('is the auditor’s, the secretariat’s and the approver’s to take, and nobody’s else', async () => {
    for (const role of ['programme-manager', 'approver'])
      expect((await asked('disclosure-pack.zip', role)).status, role).toBe(200)
    for (const role of ['practice', 'provider', 'observer'])
      expect((await asked('disclosure-pack.zip', role)).status, role).toBe(403)
  })

  test('what the approver decides on is one file, and the approver’s alone', async () => {
    const paper = await asked('approval-paper.pdf', 'approver')
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    for (const role of ['programme-manager', 'practice', 'provider', 'observer'])
      expect((await asked('approval-paper.pdf', role)).status, role).toBe(403)
  })

  test('holds scores, reasons, conflicts, versions, notices, letters, certificate and audit trail', () => {
    const paths = Object.keys(files)
    for (const path of [
      ...['index.json', 'index.html', 'record.json', 'names.json', 'timeline.json', 'scores.json', 'moderation.json'],
      ...['conflicts.json', 'compliance.json', 'prices.json', 'ranking.json', 'tender/published.json'],
      ...['specification/version-1.json', 'specification/version-2.json', 'specification/comments.json'],
      ...['decision.json', 'sittings.json', 'tender/documents.json', 'appraisal.json', 'business-case.json'],
      ...['messages.json', 'notices/award-1.json', 'notices/award-1.html', 'notices/award-1.pdf'],
      ...['decision-record.json', 'decision-record.html', 'decision-record.pdf'],
    ])
      expect(paths).toContain(path)
    expect(paths.filter((path) => /^letters\/1-.*\.pdf$/.test(path))).toHaveLength(5)
    expect(paths.filter((path) => /^draws\/.*certificate\.json$/.test(path)).length).toBeGreaterThan(0)
    expect(read<{ sheets: object[] }>('scores.json').sheets).toHaveLength(7 * 5)
  })

  test('has every email about the case in the words in which it was sent, and none was sent besides', async () => {
    interface Words {
      subject: string
      text: string
      own?: { sha256: Record<string, string> }
    }
    const sent = read<{ said: Words & { mails?: (Words & { to: object[] })[] } }[]>('messages.json').flatMap(
      ({ said }) => said.mails ?? [said],
    )
    const mails = (await readdir(join(folder, 'mail'))).filter((file) => file.endsWith('.json'))
    const letters = await Promise.all(mails.map((file) => readFile(join(folder, 'mail', file), 'utf8')))
    const title = read<PackIndex>('index.json').title
    const mailed = letters.map((mail) => JSON.parse(mail) as Words).filter(({ text }) => text.includes(title))
    const isOf = (mail: Words) => (words: Words) =>
      mail.subject === words.subject && /^Dear .+\n\n/.test(mail.text) && mail.text.includes(words.text)
    for (const words of sent)
      expect(
        mailed.some((mail) => isOf(mail)(words)),
        words.text,
      ).toBe(true)
    // A digest lists what waits: it is of a person, and not of a case.
    const besides = mailed.filter((mail) => !sent.some(isOf(mail)))
    expect(
      besides
        .map(({ text }) => text.split('\n\n')[1])
        .filter((begin) => !/^(This is|These are) waiting/.test(begin ?? '')),
    ).toEqual([])
    // What a nominee is sent about a draw ends with a part of their own, of which there is the hash: a salt is in no list of emails.
    const ownParts = mailed.flatMap(
      ({ text }) => /Your entry in the published pool.*--nominee \S+/s.exec(text)?.[0] ?? [],
    )
    expect(ownParts.map((part) => createHash('sha256').update(part).digest('hex')).sort()).toEqual(
      sent.flatMap(({ own }) => Object.values(own?.sha256 ?? {})).sort(),
    )
    for (const [, salt = ''] of ownParts.join('\n').matchAll(/nobody else: (\w+)/g))
      expect(JSON.stringify(sent)).not.toContain(salt)
    const { people } = read<Names>('names.json')
    for (const name of Object.values(people)) expect(JSON.stringify(sent)).not.toContain(name)
    for (const about of [
      ...['Waiting for you', 'The outcome', 'A further decision was made', 'The contract was awarded'],
      'A question has been',
    ])
      expect(
        sent.some(({ subject }) => subject.startsWith(about)),
        about,
      ).toBe(true)
  })

  test('says who did what: everybody who acted in an office has a name, and nobody who acted for a bidder', () => {
    const { people } = read<Names>('names.json')
    const named = (...as: string[]) =>
      told.record.events.flatMap(({ entry: { by } }) =>
        'person' in by && as.includes(by.as) ? people[by.person] !== undefined : [],
      )
    expect(
      new Set(named('programme-manager', 'deputy-programme-manager', 'approver', 'panel-member', 'chair')),
    ).toEqual(new Set([true]))
    expect(new Set(named('provider'))).toEqual(new Set([false]))
  })

  test('has the notice of the award as it is public', async () => {
    const notice = await fetch(`${locality.url}/api/public/cases/${caseId()}/award-notice.pdf`)
    expect(Buffer.from(await notice.arrayBuffer()).equals(files['notices/award-1.pdf'] ?? new Uint8Array())).toBe(true)
  })

  test('verifies offline, also against a head that somebody kept', async () => {
    const { sequence, hash } = told.record.head
    const { code, said } = await verify(pack, '--head', `${sequence}:${hash}`)
    expect([code, said]).toEqual([0, expect.stringContaining('every file is what the record makes of it')])
    expect(await problemsOf(pack, { sequence, hash: '0'.repeat(64) })).toEqual([
      expect.stringContaining('written anew'),
    ])
  })

  test('made by another release has its data held to the record, and its papers to their hashes, and says so', async () => {
    // As a release makes it that says something else on each page; and somebody has changed a price.
    const said = (path: string) =>
      path === 'prices.json'
        ? text(path).replace(/"pence": \d+/, '"pence": 1')
        : path.endsWith('.html') && text(path).replace('</style>', ' </style>')
    const index = read<PackIndex>('index.json')
    const anew: Record<string, Uint8Array> = {}
    const other = index.files.map(({ path, what }) => {
      const changed = said(path)
      const bytes = changed ? new TextEncoder().encode(changed) : (files[path] ?? new Uint8Array())
      anew[path] = bytes
      return listed({ path, what, bytes })
    })
    for (const { path, bytes } of indexFiles({ ...index, release: '0.0.9', files: other })) anew[path] = bytes
    const { problems, says } = await verifyPack(archived(anew), making)
    expect(problems).toEqual(['prices.json is not what the record says'])
    expect(says.join()).toMatch(
      /all data is .*release 0\.0\.9 made it, and this is release .* verify with release 0\.0\.9/,
    )
  }, 240_000)

  test('names every file that was changed, taken away or put in', async () => {
    const changed = {
      ...files,
      'scores.json': new TextEncoder().encode(text('scores.json').replace('"score": 3', '"score": 4')),
    }
    const { 'moderation.json': _, ...less } = files
    const more = { ...files, 'letters/other.json': new Uint8Array([123, 125]) }
    expect((await problemsOf(archived(changed)))[0]).toContain('scores.json was changed')
    expect(await problemsOf(archived(less))).toEqual(['moderation.json is missing'])
    expect((await problemsOf(archived(more)))[0]).toContain('letters/other.json was added')
    const cut = await verify(pack.slice(0, pack.length - 200))
    expect([cut.code, cut.said]).toEqual([1, expect.stringContaining('not a whole zip')])
  })

  test('finds a file that was changed together with its hash in the index', async () => {
    const forged = new TextEncoder().encode(text('prices.json').replace(/"pence": \d+/, '"pence": 1'))
    const index = read<{ files: { path: string; sha256: string; bytes: number }[] }>('index.json')
    const entry = index.files.find(({ path }) => path === 'prices.json')
    if (!entry) throw new Error('The index lists the prices.')
    Object.assign(entry, { sha256: createHash('sha256').update(forged).digest('hex'), bytes: forged.length })
    const both = { ...files, 'prices.json': forged, 'index.json': new TextEncoder().encode(JSON.stringify(index)) }
    expect((await problemsOf(archived(both)))[0]).toContain('prices.json is not what the record says')
  })

  test('finds what was written into an index, listed twice, or put where the names were', async () => {
    const bytes = (words: string) => new TextEncoder().encode(words)
    const withIndex = (change: (index: PackIndex) => void) => {
      const index = read<PackIndex>('index.json')
      change(index)
      return problemsOf(archived({ ...files, 'index.json': bytes(`${JSON.stringify(index, null, 2)}\n`) }))
    }
    const page = bytes(text('index.html').replace(/[0-9a-f]{64}/g, '0'.repeat(64)))
    expect(await problemsOf(archived({ ...files, 'index.html': page }))).toEqual([
      'index.html is not the index of these files',
    ])
    for (const change of [
      (index: PackIndex) => Object.assign(index, { title: 'Another' }),
      (index: PackIndex) => Object.assign(index.head, { sequence: 1 }),
      (index: PackIndex) => Object.assign(index.files[0] ?? {}, { what: 'Nothing of interest' }),
    ])
      expect(await withIndex(change)).toContain('index.json is not the index of these files')
    expect(await withIndex((index) => Object.assign(index.files[0] ?? {}, { bytes: 7 }))).toContain(
      'record.json was changed: its fingerprint or its length is another',
    )
    expect(await withIndex(({ files: all }) => all.push(...all.slice(0, 1)))).toContain(
      'record.json is listed twice in index.json',
    )
    expect(await problemsOf(archived({ ...files, 'names.json': bytes('null') }))).toContain(
      'names.json does not say which name belongs to which identifier',
    )
  }, 240_000)
})

/** A record with what its first event of a kind said erased, by two people. */
function erasedIn(whole: Export, type: string): Export {
  const at = whole.events.findIndex(({ entry }) => entry.type === type)
  const events = whole.events.map((event, index) => (index === at ? { ...event, payload: null } : event))
  let head: Head = whole.head
  for (const [who, act] of [
    ['person-48', 'ErasureAsked'],
    ['person-49', 'PayloadErased'],
  ] as const) {
    const payload = { salt: 'ab'.repeat(16), data: { sequence: at + 1, reason: 'Asked for.' } }
    const by = { person: who, as: 'programme-manager' as const }
    const entry = chain(head, { caseId: whole.caseId, at: '2029-01-01T00:00:00.000Z', by, type: act }, payload)
    events.push({ entry, payload })
    head = { sequence: entry.sequence, hash: entry.hash }
  }
  return { ...whole, head, events }
}

describe('a record that was written anew from end to end', () => {
  /** Every hash fits again: only what the payloads say of one another can tell. */
  function rewritten(
    type: string,
    change: (data: never) => void,
    alter: (entry: Export['events'][number]['entry']) => void = () => undefined,
  ): Export {
    let head: Head = GENESIS
    const { format, caseId, events } = read<Export>('record.json')
    const anew = events.map(({ entry, payload }) => {
      if (!payload) throw new Error('Nothing of this record is erased.')
      if (entry.type === type) {
        change(payload.data as never)
        alter(entry)
      }
      const { at, by } = entry
      const again = chain(head, { caseId, at, by, type: entry.type }, payload)
      head = { sequence: again.sequence, hash: again.hash }
      return { entry: again, payload }
    })
    return { format, caseId, head, events: anew }
  }

  test('is found where a price is not the sealed one, the lot not from the bidders’ numbers, or the ranking another', () => {
    const problems = (type: string, change: (data: never) => void) => verifyExport(rewritten(type, change)).problems
    expect(problems('PricesOpened', () => undefined)).toEqual([])
    interface Opened {
      seed: string
      prices: { pence: number; plaintext: string }[]
    }
    const cheaper = problems('PricesOpened', ({ prices }: Opened) => Object.assign(prices[0] ?? {}, { pence: 1 }))
    expect(cheaper).toEqual([
      expect.stringMatching(/price of .* is not the one in its envelope/),
      expect.stringContaining('do not make this ranking'),
      expect.stringContaining('very low, and its bidder was not asked'),
    ])
    const swapped = problems('PricesOpened', ({ prices: [one, other] }: Opened) => {
      if (one && other) [one.plaintext, other.plaintext] = [other.plaintext, one.plaintext]
    })
    expect(swapped.filter((one) => one.includes('the fingerprint on its receipt is another'))).toHaveLength(2)
    const seeded = problems('PricesOpened', (opened: Opened) => Object.assign(opened, { seed: '0'.repeat(64) }))
    expect(seeded).toEqual([expect.stringContaining('not drawn from the numbers of the bidders')])
    const other = problems('TendersRanked', ({ ranking }: { ranking: object[] }) => ranking.reverse())
    expect(other).toEqual([expect.stringContaining('do not make this ranking')])
  })

  test('is found wherever an event could not follow from those before it, by each rule that it is held to', () => {
    const record = read<Export>('record.json')
    const forgeries = forgedFrom(record)
    for (const { rule, found, record: forged } of forgeries) {
      const held = rules.filter(({ says }) => says.startsWith(rule))
      expect(held, rule).toHaveLength(1)
      expect(problemsHeld(forged, held).problems.join('\n'), rule).toContain(found)
    }
    const tried = (says: string) => forgeries.some(({ rule }) => says.startsWith(rule))
    expect(rules.filter(({ says }) => !tried(says))).toEqual([])
    const late = rewritten(
      'AwardMade',
      () => undefined,
      (entry) => Object.assign(entry, { at: '2020-01-01T00:00:00.000Z' }),
    )
    expect(verifyExport(late).problems).toEqual([
      expect.stringMatching(/^event \d+ \(AwardMade\): it was done at 2020-.*, and something before it at/),
      expect.stringMatching(/^event \d+ \(AwardMade\): the contract was awarded before the standstill was over/),
    ])
  })

  test('is found all the same where something was erased in it on which prices and ranking do not rest', () => {
    const forged = rewritten('PricesOpened', ({ prices }: { prices: { pence: number }[] }) =>
      Object.assign(prices[0] ?? {}, { pence: 1 }),
    )
    expect(verifyExport(erasedIn(forged, 'CommentMade')).problems).toEqual([
      expect.stringMatching(/price of .* is not the one in its envelope/),
      expect.stringContaining('do not make this ranking'),
      expect.stringContaining('very low, and its bidder was not asked'),
    ])
    const honest = verifyExport(erasedIn(read<Export>('record.json'), 'CommentMade'))
    expect(honest.problems).toEqual([])
    // The specification counts its comments: how it was voted on rests on them, and the publication and whether it changed late on it.
    const rest = ['VoteOpened', 'BallotCast', 'VoteCounted', 'SpecificationApproved', 'TenderPublished', 'TenderClosed']
    expect(new Set(honest.unchecked?.map((one) => one.replace(/.*\(|\)/g, '')))).toEqual(
      new Set(['CommentMade', ...rest]),
    )
    // What rests on it is named, never passed over.
    const scored = verifyExport(erasedIn(read<Export>('record.json'), 'ScoresSubmitted'))
    expect(scored.problems).toEqual([])
    for (const type of ['TendersRanked', 'RecommendationMade', 'LetterWritten'])
      expect(scored.unchecked?.join()).toContain(type)
    const sealed = verifyExport(erasedIn(read<Export>('record.json'), 'TenderSubmitted'))
    expect(sealed.problems).toEqual([])
    expect(sealed.unchecked?.join()).toContain('PricesOpened')
  })
})

describe('a disclosure pack of which something was erased', () => {
  const record = () => read<Export>('record.json')

  /** The same record with what one event said erased, by two people; and the pack that the service makes of it. */
  async function erasedFrom(type: string): Promise<Record<string, Uint8Array>> {
    const whole = record()
    const erased = erasedIn(whole, type)
    const theCase = { ...replay(whole), id: whole.caseId, head: erased.head }
    const made: Record<string, Uint8Array> = {}
    for await (const { path, bytes } of packFiles(
      { theCase, names: read<Names>('names.json'), record: erased },
      making.typefaces,
    ))
      made[path] = bytes
    return made
  }

  test('has nothing erased while an award rests on it: whatever may be, no result does', () => {
    const { tender } = replay(record())
    const kinds = new Set(record().events.map(({ entry }) => entry.type))
    const free = [...kinds].filter((type) => !isKept({ ...(tender && { tender }) }, type))
    expect(free).toContain('CommentMade')
    // The specification counts its comments; what was published and voted on is in its versions, the tender and the votes.
    for (const type of free)
      expect(
        [...replayLeft(erasedIn(record(), type)).resting].filter(
          (noun) => !['comments', 'workshops', 'challenges', 'meetings', 'specification'].includes(noun),
        ),
      ).toEqual([])
  })

  test('is checked as far as its record reaches, and the rest is named; nothing vouches for names', async () => {
    const files = await erasedFrom('CommentMade')
    const { problems, says } = await verifyPack(archived(files), making)
    expect(problems).toEqual([])
    const unchecked = says.find((one) => one.startsWith('these rest')) ?? ''
    expect(unchecked).toContain('specification/comments.json')
    expect(unchecked).not.toMatch(/prices|scores|ranking|letters|names/)
    expect(says.join()).toMatch(/letters on the record vouch for 5 of its names, and nothing for the others/)
    const names = new TextEncoder().encode(text('names.json').replace('Hearthlight', 'Heartless'))
    const renamed = await verifyPack(archived({ ...files, 'names.json': names }), making)
    expect(renamed.says.join()).toContain('a letter on the record')
  })

  test('is found out all the same where anything else was forged or taken away together with the index', async () => {
    const honest = await erasedFrom('CommentMade')
    const said = (path: string) => new TextDecoder().decode(honest[path])
    const forged: Record<string, Uint8Array> = {
      ...honest,
      'prices.json': new TextEncoder().encode(said('prices.json').replace(/"pence": \d+/, '"pence": 1')),
      'ranking.json': new TextEncoder().encode(said('ranking.json').replace('"place": 1', '"place": 9')),
    }
    delete forged['moderation.json']
    const index = JSON.parse(said('index.json')) as PackIndex
    const anew: PackIndex = {
      ...index,
      files: index.files.flatMap(({ path, what }) => {
        const bytes = forged[path]
        return bytes ? [listed({ path, what, bytes })] : []
      }),
    }
    for (const { path, bytes } of indexFiles(anew)) forged[path] = bytes
    expect((await verifyPack(archived(forged), making)).problems).toEqual([
      'prices.json is not what the record says',
      'ranking.json is not what the record says',
      'moderation.json is missing: the record makes it, and the index does not list it',
    ])
  })

  test('holds to the record what scores, of which a reason was erased, leave of it; and names the rest', async () => {
    const { problems, says } = await verifyPack(archived(await erasedFrom('ScoresSubmitted')), making)
    expect(problems).toEqual([])
    const rests = says.find((one) => one.startsWith('these rest')) ?? ''
    expect(rests).toMatch(/scores\.json/)
    expect(rests).not.toMatch(
      /conflicts|specification|draws|letters|appraisal|business-case|tender.published|decision\.json/,
    )
  })
})

interface Recorded {
  score: number
  reason: string
  present: string[]
}
interface Corrected {
  moderated: (Moderation['moderated'][number] & Recorded & { correction?: string; corrected?: Recorded[] })[]
}

describe('from the pack alone (issue: Defensible)', () => {
  test('every total and the winner are reckoned again, in independent arithmetic', () => {
    const { ranking, ties } = read<Ranking>('ranking.json')
    const { totals, out } = reckon({
      scores: read<Scores>('scores.json'),
      moderation: read<Moderation>('moderation.json'),
      prices: read<Prices>('prices.json'),
      terms: read<{ terms: Terms }>('tender/published.json').terms,
      seed: ties.seed,
    })
    expect(totals.map(({ organisationId }) => organisationId)).toEqual(
      ranking.filter(({ place }) => place !== undefined).map(({ organisationId }) => organisationId),
    )
    for (const { organisationId, total } of [...totals, ...out.map((one) => ({ ...one, total: one.quality }))]) {
      const said = ranking.find((one) => one.organisationId === organisationId)?.total ?? ''
      expect(total.compare(Rational.of(said)), organisationId).toBe(0)
    }
    expect(totals[0]?.organisationId).toBe(told.summary['winner'])
    expect(out.length).toBeGreaterThan(0)
  })

  test('every score that was changed has its reason, and who was present', () => {
    const { sheets } = read<Scores>('scores.json')
    const { moderated } = read<Corrected>('moderation.json')
    const changed = moderated.flatMap((agreed) =>
      sheets
        .filter(({ organisationId }) => organisationId === agreed.organisationId)
        .filter(({ scores }) => scores[agreed.criterionId]?.score !== agreed.score)
        .map(({ member }) => ({ ...agreed, member })),
    )
    expect(changed.length).toBeGreaterThan(5)
    for (const { reason, present } of changed) {
      expect(reason).toMatch(/\w{3}/)
      expect(present.length).toBeGreaterThan(1)
    }
    const corrections = moderated.filter(({ correction }) => correction !== undefined)
    expect(corrections).toHaveLength(1)
    for (const { score, corrected = [], correction = '' } of corrections) {
      expect(corrected).toHaveLength(1)
      expect(corrected[0]?.score).not.toBe(score)
      expect(text('decision-record.html')).toContain(`Why it was corrected: ${correction} Recorded before:`)
    }
    for (const { scores } of sheets)
      for (const { rationale } of Object.values(scores)) expect(rationale).toMatch(/\w{3}/)
  })

  test('each bidder’s letter tells its own scores and reasons, and the winner’s', () => {
    const { organisations } = read<{ organisations: Record<string, string> }>('names.json')
    const { ranking } = read<Ranking>('ranking.json')
    const [winner, second] = ranking
    const letter = text(`letters/1-${second?.organisationId}.html`)
    expect(letter).toContain(`The scores of the successful tender, from ${organisations[winner?.organisationId ?? '']}`)
    expect(letter).toContain('Reasons: Clinical quality and supervision')
    expect(letter).toContain('What would have scored more')
  })
})
