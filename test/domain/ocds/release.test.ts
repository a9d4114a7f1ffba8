import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import { awardNotice, awardNoticePaper, awardNotices } from '../../../domain/decision/notice.ts'
import { extensionSchema } from '../../../domain/ocds/extension.ts'
import { extensionPatch, releasePackage } from '../../../domain/ocds/package.ts'
import { phases, release } from '../../../domain/ocds/release.ts'
import { sourceOf } from '../../../domain/ocds/source.ts'
import { caseIn, members, on, START } from '../case-in.ts'
import { excluded } from '../decision/excluded.ts'
import { withOneTender } from '../decision/few.ts'
import { announced, confirmed, done, ranked, stepped } from '../decision/ranked.ts'
import { following } from '../story.ts'
import { terms } from '../tender/terms.ts'

/** The official schemas, where they have been laid beside the project; nothing of them is copied into it. */
const folder = new URL('../../../../shared/ocds/', import.meta.url)
const elsewhere = process.env['OCDS_SCHEMAS']
const at = (file: string) => (elsewhere === undefined ? new URL(file, folder) : new URL(file, `file://${elsewhere}/`))
const thereAre = existsSync(at('release-schema.json'))
if (!thereAre) console.warn('The OCDS schemas are not beside the project (../shared/ocds): releases are not validated.')

const world = {
  buyer: { id: 'company', name: 'The Company' },
  names: (id: string) => `${id} Ltd`,
  origin: 'https://panels.example',
  today: '2026-09-01',
}
const source = (theCase: Case) => sourceOf(theCase, world)
const ENDS = '2026-01-17T00:00:00.000Z'

const planned = caseIn('nomination')
const awarded = stepped(announced(), 'MakeAward', ENDS)
const reached = following(
  awarded,
  [
    { type: 'StageEntered', data: { stage: 'after-award', attempt: 8 } },
    {
      type: 'MilestoneOpened',
      data: {
        milestone: 'plan agreed',
        checklist: { version: 3, items: [{ id: 'plan', question: 'Is there a plan?' }] },
      },
    },
    { type: 'MilestoneReached', data: { milestone: 'plan agreed', reasons: 'There is.' } },
  ],
  '2026-02-01T09:00:00.000Z',
)
const live = following(
  reached,
  [{ type: 'MilestoneReached', data: { milestone: 'ready to go live', reasons: 'It is.', goLiveOn: '2026-03-01' } }],
  '2026-02-20T09:00:00.000Z',
)
const notAwarded = announced(START, confirmed('no award'))
const withdrawn = following(
  announced(),
  decideLife(announced(), { type: 'Withdraw', reason: 'The money is gone.' }, on(START)),
  START,
)
const reTendered = following(
  confirmed('re-tender'),
  [{ type: 'StageEntered', data: { stage: 'tender', attempt: 8, because: 'The panel decided to tender again.' } }],
  '2026-01-08T09:00:00.000Z',
)
const fewTenders = announced(START, confirmed('no award', withOneTender()))
/** Published, and not closed yet. */
function stillOpen(): Case {
  const { tender, ...rest } = caseIn('tender')
  const keys = { quality: 'q', price: 'p' }
  return following(
    { ...rest, ...(tender && { tender }) },
    [
      { type: 'TenderPublished', data: { round: 1, terms, keyName: 'k', publicKeys: keys } },
      { type: 'WaitOpened', data: { name: 'tenders', dueAt: '2026-02-05T00:00:00.000Z' } },
    ],
    START,
  )
}
const changed = following(
  stillOpen(),
  [
    {
      type: 'TenderChanged',
      data: {
        round: 1,
        from: 1,
        version: 2,
        reason: 'The rooms were forgotten.',
        terms: { ...terms, specificationVersion: 2 },
      },
    },
  ],
  '2026-01-20T09:00:00.000Z',
)
const reopened = (() => {
  const objected = done(announced(), { type: 'MakeRepresentation', organisationId: 'meadow', text: 'Read it again.' })
  const answered = done(objected, {
    ...{
      type: 'AnswerRepresentation',
      chair: 'ada',
      id: 1,
      decision: 'reopened',
      reasons: 'We misread it.',
      present: members,
    },
  })
  const voted = confirmed('award', answered)
  return stepped(announced('2026-01-09T09:00:00.000Z', voted), 'MakeAward', '2026-01-31T00:00:00.000Z')
})()

const outcomes: Record<string, { theCase: Case; tags: string[]; tender: string | undefined; awards: string[] }> = {
  'planned only': { theCase: planned, tags: ['planning'], tender: undefined, awards: [] },
  'in evaluation': { theCase: ranked(), tags: ['planning', 'tender'], tender: 'active', awards: [] },
  'announced, in its standstill': {
    theCase: announced(),
    tags: ['planning', 'tender', 'award'],
    tender: 'active',
    awards: ['pending'],
  },
  awarded: {
    theCase: awarded,
    tags: ['planning', 'tender', 'award', 'contract'],
    tender: 'complete',
    awards: ['active'],
  },
  'followed after the award': {
    theCase: live,
    tags: ['planning', 'tender', 'award', 'contract', 'implementation'],
    tender: 'complete',
    awards: ['active'],
  },
  'not awarded': {
    theCase: notAwarded,
    tags: ['planning', 'tender', 'award'],
    tender: 'unsuccessful',
    awards: ['unsuccessful'],
  },
  'ended with one tender': {
    theCase: fewTenders,
    tags: ['planning', 'tender', 'award'],
    tender: 'unsuccessful',
    awards: ['unsuccessful'],
  },
  withdrawn: {
    theCase: withdrawn,
    tags: ['planning', 'tenderCancellation', 'awardCancellation'],
    tender: 'cancelled',
    awards: ['cancelled'],
  },
  'changed after its publication': {
    theCase: changed,
    tags: ['planning', 'tenderUpdate'],
    tender: 'active',
    awards: [],
  },
  'awarded without a member excluded since the ranking': {
    theCase: (() => {
      const again = confirmed('award', excluded(ranked(), 'guy'))
      return stepped(announced(START, again), 'MakeAward', ENDS)
    })(),
    tags: ['planning', 'tender', 'award', 'contract'],
    tender: 'complete',
    awards: ['active'],
  },
  're-tendered': { theCase: reTendered, tags: ['planning', 'tenderUpdate'], tender: 'planned', awards: [] },
  'awarded after a reopened decision': {
    theCase: reopened,
    tags: ['planning', 'tender', 'awardUpdate', 'contract'],
    tender: 'complete',
    awards: ['cancelled', 'active'],
  },
}

describe.each(Object.entries(outcomes))(
  'the OCDS release of a case that is %s',
  (_, { theCase, tags, tender, awards }) => {
    const whole = release(source(theCase))

    test('says by its tags, its tender and its awards how it came out', () => {
      expect(whole?.tag).toEqual(tags)
      expect(whole?.tender?.status).toBe(tender)
      expect((whole?.awards ?? []).map(({ status }) => status)).toEqual(awards)
    })

    test('has a release for each phase there is, and none of another', () => {
      for (const phase of phases) {
        const one = release(source(theCase), phase)
        expect(one !== undefined).toBe(tags.some((tag) => tag.startsWith(phase)))
        if (one)
          expect(
            Object.keys(one).filter((key) => ['planning', 'tender', 'awards', 'contracts'].includes(key)),
          ).toHaveLength(1)
      }
    })

    test('keeps its extension to what it says of itself', () => {
      expect(extensionSchema.strict().parse(whole?.redesignPanels)).toEqual(whole?.redesignPanels)
    })

    test.skipIf(!thereAre)('validates against the schema of OCDS 1.1.5, and so does the package', () => {
      const read = (file: string): Record<string, unknown> => JSON.parse(readFileSync(at(file), 'utf8'))
      // The schemas are of draft 4, whose `id` and `$schema` Ajv's draft 7 does not take; what they ask is the same.
      const { id: _, $schema: __, ...schema } = read('release-schema.json')
      const ajv = new Ajv({ strict: false, allErrors: true })
      ajv.addFormat('uri', (text) => URL.canParse(text))
      ajv.addFormat('date-time', (text) => z.iso.datetime().safeParse(text).success)
      const valid = ajv.compile(schema)
      for (const one of [whole, ...releasePackage(source(theCase)).releases]) {
        valid(one)
        expect(valid.errors ?? []).toEqual([])
      }
      const { properties, required } = read('release-package-schema.json') as {
        properties: Record<string, object>
        required: string[]
      }
      const { releases: ___, ...ofThePackage } = properties
      const packageValid = ajv.compile({ type: 'object', properties: ofThePackage, required })
      packageValid(releasePackage(source(theCase)))
      expect(packageValid.errors ?? []).toEqual([])
    })
  },
)

test('a change after the publication is an amendment, with its own date and reason', () => {
  const made = release(source(changed))
  expect(made?.tender).toMatchObject({
    amendments: [{ id: 'specification-2', date: '2026-01-20T09:00:00.000Z', rationale: 'The rooms were forgotten.' }],
    documents: [{ id: 'specification-2', datePublished: '2026-01-20T09:00:00.000Z' }],
  })
  expect(made?.date).toBe('2026-01-20T09:00:00.000Z')
})

test('so is each deadline that moved, from when to when, with what became of the time for questions', () => {
  const moved = following(
    changed,
    [
      { type: 'DeadlineExtended', data: { wait: 'tenders', dueAt: '2026-02-10T00:00:00.000Z', reason: 'It snows.' } },
      { type: 'QuestionsClosed', data: { deadline: '2026-02-10T00:00:00.000Z' } },
      { type: 'DeadlineExtended', data: { wait: 'tenders', dueAt: '2026-02-25T00:00:00.000Z', reason: 'A question.' } },
    ],
    '2026-01-25T09:00:00.000Z',
  )
  const resumed = following(
    moved,
    [
      { type: 'CasePaused', data: { reason: 'A strike.' } },
      { type: 'CaseResumed', data: { reason: 'It is over.', attempt: 6, dueAt: '2026-02-27T00:00:00.000Z' } },
    ],
    '2026-01-27T09:00:00.000Z',
  )
  const made = release(source(resumed))
  expect(made?.tender).toMatchObject({
    tenderPeriod: { endDate: '2026-02-27T00:00:00.000Z' },
    enquiryPeriod: { endDate: '2026-02-03T00:00:00.000Z' },
    amendments: [
      { id: 'specification-2' },
      {
        id: 'deadline-1',
        date: '2026-01-25T09:00:00.000Z',
        rationale: 'It snows.',
        description:
          'The deadline for tenders moved from 2026-02-05T00:00:00.000Z to 2026-02-10T00:00:00.000Z. Questions could be asked until 2026-02-03T00:00:00.000Z.',
      },
      { id: 'deadline-2', rationale: 'A question.', description: expect.stringContaining('did not move') },
      { id: 'deadline-3', date: '2026-01-27T09:00:00.000Z', rationale: 'It is over.' },
    ],
  })
  expect(made?.tag).toContain('tenderUpdate')
})

describe('the notice of the intended award', () => {
  const theCase = announced()

  test('says who, for how much, from when at the earliest; nothing of the evaluation', () => {
    const made = release(source(theCase), 'award')
    expect(made?.awards).toMatchObject([
      {
        status: 'pending',
        date: START,
        suppliers: [{ id: 'harbour' }],
        value: { amount: 3000, currency: 'GBP' },
        description: expect.stringContaining('Nothing is awarded before'),
        documents: [{ url: expect.stringMatching(/award-notice\?sitting=1$/) }],
      },
    ])
    expect(made?.redesignPanels.evaluation).toBeUndefined()
    expect(JSON.stringify(made)).not.toContain('meadow')
  })

  test('is in words what it is as data, and stays when the contract is awarded', () => {
    const notice = awardNotice(theCase)
    expect(notice).toMatchObject({ winner: 'harbour', publishedAt: START, notBefore: ENDS })
    if (!notice) throw new Error('There is a notice.')
    const paper = JSON.stringify(awardNoticePaper(notice, theCase.id, world.names))
    expect(paper).toContain('award the contract to harbour Ltd')
    // What the law asks of it, and no word of another tender (SI 2023/1348, sch. 10).
    for (const said of [
      'under the Competitive Process',
      'The selection panel, of representatives of the GP practices, voted: 7 members took part',
      'ada says award',
      'Quality and innovation',
      'Conflicts of interest',
    ])
      expect(paper).toContain(said)
    expect(paper).not.toContain('meadow')
    expect(awardNotice(awarded)).toBeUndefined()
    expect(awardNotices(awarded)).toMatchObject([{ winner: 'harbour', pence: 300_000, awardedAt: ENDS }])
    expect(release(source(awarded), 'award')?.awards?.[0]?.documents?.map(({ id }) => id)).toEqual([
      'award-notice',
      'decision-record',
    ])
  })
})

describe('field by field, from the record', () => {
  const whole = release(source(live))

  test('who: the buyer, the proposer, the tenderers, the supplier', () => {
    expect(whole?.parties).toEqual([
      { id: 'company', name: 'The Company', roles: ['buyer', 'procuringEntity'] },
      { id: 'ashlarke', name: 'ashlarke Ltd', roles: ['proposer'] },
      { id: 'harbour', name: 'harbour Ltd', roles: ['tenderer', 'supplier'] },
      { id: 'meadow', name: 'meadow Ltd', roles: ['tenderer'] },
      { id: 'ridge', name: 'ridge Ltd', roles: ['tenderer'] },
    ])
    expect(whole?.buyer).toEqual({ id: 'company', name: 'The Company' })
  })

  test('the proposal is the planning', () => {
    const { form } = live.proposal
    expect(whole?.planning).toMatchObject({
      rationale: `${form.problem}\n${form.objectives.join('\n')}`,
      budget: { amount: { amount: 25_000.01, currency: 'GBP' } },
      milestones: [{ title: 'A counsellor in each practice', dueDate: '2026-12-01T00:00:00Z' }],
    })
  })

  test('the tender has its round, its times and its criteria', () => {
    expect(whole?.tender).toMatchObject({
      id: `${live.id}-1`,
      title: live.proposal.form.title,
      tenderPeriod: { startDate: START, endDate: START },
      numberOfTenderers: 3,
      hasEnquiries: false,
      awardCriteria: 'ratedCriteria',
    })
    const { tender } = live
    const terms = tender && tender.status !== 'due' ? tender.terms : undefined
    expect(whole?.redesignPanels.criteria?.map(({ id, weight }) => [id, weight])).toEqual(
      terms?.criteria.map(({ id, weight }) => [id, weight]),
    )
    expect(whole?.redesignPanels.priceShare).toBe(terms?.priceShare)
  })

  test('the award names its supplier and its price; the contract its start and its milestones', () => {
    expect(whole?.awards).toMatchObject([
      {
        id: `${live.id}-award-1`,
        date: ENDS,
        suppliers: [{ id: 'harbour', name: 'harbour Ltd' }],
        value: { amount: 3_000, currency: 'GBP' },
        documents: [
          { documentType: 'awardNotice' },
          { url: `https://panels.example/api/public/cases/${live.id}/decision-record.pdf` },
        ],
      },
    ])
    expect(whole?.contracts).toMatchObject([
      {
        awardID: `${live.id}-award-1`,
        status: 'active',
        period: { startDate: '2026-03-01T00:00:00Z' },
        value: { amount: 3_000 },
        implementation: { milestones: [{ id: 'plan agreed', status: 'met', dateMet: '2026-02-01T09:00:00.000Z' }] },
      },
    ])
    const before = release(sourceOf(live, { ...world, today: '2026-02-28' }))
    expect(before?.contracts).toMatchObject([{ status: 'pending' }])
    expect(whole?.redesignPanels.checklists).toEqual([{ milestone: 'plan agreed', version: 3 }])
  })

  test('the extension has every score as it was ranked, the panel, the votes, the standstill and the head', () => {
    const { evaluation, decision, head } = live
    const ranking = evaluation?.status === 'ranked' ? evaluation.ranking : []
    expect(whole?.redesignPanels.evaluation?.scores).toEqual(
      ranking.map((one) => ({
        tendererID: one.organisationId,
        place: one.place,
        criteria: one.criteria.map(({ criterionId, ...rest }) => ({ criterionID: criterionId, ...rest })),
        quality: one.quality,
        pricePoints: one.price?.points,
        total: one.total,
      })),
    )
    expect(whole?.redesignPanels.panel?.members).toHaveLength(7)
    expect(whole?.redesignPanels.decision).toMatchObject({
      votes: [{ votes: { award: 7, 'no award': 0, 're-tender': 0 }, members: 7 }],
      approval: { reasons: 'It follows from the record.' },
      standstill: { endDate: decision && 'standstill' in decision ? decision.standstill?.ends : '' },
    })
    expect(whole?.redesignPanels.record).toEqual(head)
  })

  test('a re-tender says which round ended, when and why', () => {
    expect(release(source(reTendered))?.tender?.amendments).toEqual([
      {
        id: 'round-1',
        date: '2026-01-08T09:00:00.000Z',
        rationale: 'The panel decided to tender again.',
        description: expect.stringContaining('Round 1'),
      },
    ])
  })

  test('nothing of the evaluation is told before anything is announced', () => {
    const before = release(source(confirmed()))
    expect(before).not.toHaveProperty('awards')
    expect(before?.redesignPanels).not.toHaveProperty('evaluation')
    expect(JSON.stringify(before)).not.toContain('harbour')
  })

  test('the extension describes itself as a patch of the release schema', () => {
    expect(extensionPatch().properties.redesignPanels).toMatchObject({ type: 'object' })
  })
})
