import { checklistItems } from '../../../domain/appraisal/checklist.ts'
import { commitmentTo } from '../../../domain/panel-draw/randomness/commit-reveal.ts'
import { digest } from '../../../domain/record/chain.ts'
import { localJson, Refused } from '../../../local/demo/client.ts'
import { declare, playEvaluation } from '../../../local/demo/evaluation.ts'
import { flaggedIn } from '../../../local/demo/flagged.ts'
import { justAfter, lockedOut, type SeenPanel, whoActs } from '../../../local/demo/panel-formation.ts'
import { first, type Play } from '../../../local/demo/play.ts'
import { sealedTender } from '../../../local/demo/sealed-tender.ts'

import type { Sent } from './world.ts'

/** Numbers between 0 and 1. */
export type Random = () => number

/**
 * What people do in a case that others may not know. `shape` says who does it and how often, `content` what they say: two
 * worlds with the same shape have the same number of deeds by the same people.
 */
export type Act = (setting: Setting, shape: Random, content: Random) => Promise<void>

export interface Setting {
  play: Play
  /** Who organises: the programme manager, or the deputy. */
  organiser: string
  /** What the demo's people sent in this case. */
  accepted: readonly Sent[]
  /** Those whose answers are compared: they nominate nobody and declare nothing, for that they would know. */
  lookingOn?: ReadonlySet<string>
}

const phrases = [
  'It is as we feared.',
  'Nothing speaks against it',
  'See page 7, and the annex.',
  'Good — “very” good.',
  'No.',
]
const said = (content: Random) =>
  `${phrases[Math.floor(content() * phrases.length)]} ${content()
    .toString(36)
    .slice(2, 3 + Math.floor(content() * 9))}`
export const oneOf = <T>(list: readonly T[], random: Random): T => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('There is nobody to do it.')
  return found
}
/** Some of them, and never the last that is needed. */
const someOf = <T>(list: readonly T[], shape: Random, most = list.length - 1): T[] =>
  list.filter(() => shape() < 0.6).slice(0, Math.max(0, most))

const path = ({ caseId }: Play, rest: string) => `/api/cases/${caseId}${rest}`
const panelOf = (play: Play, organiser: string): Promise<SeenPanel> => play.as(organiser).get(path(play, '/panel'))
const members = async (play: Play, organiser: string) => (await panelOf(play, organiser)).members

/** Practices that may answer; the others look on. */
export const answering = (play: Play): string[] =>
  [...new Set(play.having('practice').map(({ practiceId }) => practiceId ?? ''))].sort().slice(2)

/** Practices nominate or will not; nominees declare. */
const nominate: Act = async ({ play, organiser, lookingOn }, shape, content) => {
  const out = await lockedOut(play, organiser)
  for (const practiceId of someOf(answering(play), shape)) {
    const people = play.people.filter(
      (person) => person.practiceId === practiceId && !out.has(person.id) && !lookingOn?.has(person.id),
    )
    const by = first(people).id
    if (shape() < 0.3) await play.command(by, 'decline-to-nominate', { reason: said(shape) })
    else {
      const { id } = oneOf(people, shape)
      await play.command(by, 'nominate', { person: id })
      const interest = { organisationId: 'elsewhere', kind: oneOf(['other', 'family', 'director'], content) }
      const declaration =
        content() < 0.5
          ? { kind: 'nothing to declare' }
          : { kind: 'interests', interests: [{ ...interest, detail: said(content) }] }
      if (shape() < 0.7) await play.command(id, 'accept-nomination', { declaration })
    }
  }
}

/** Flagged interests are ruled on, but for one. */
const adjudicate: Act = async ({ play, organiser }, shape, content) => {
  const flagged = await flaggedIn(play, play.as(organiser))
  for (const one of someOf(flagged, shape))
    await play.command(organiser, 'adjudicate-interest', {
      ...one,
      ruling: oneOf(['cleared', 'managed'], content),
      reasons: said(content),
      mitigation: said(content),
    })
}

interface SeenWait {
  wait?: { name: string; dueAt: string; waitsFor: { id?: string }[] }
}

/**
 * On the way to a panel each world goes its own number of steps: rulings, contributions, a draw that is committed to, numbers that
 * are revealed or not, the panel, its answers; where no panel is possible, limits that give way, or what the approver decides.
 * Then the same days have passed in both.
 */
const formThePanel: Act = async (setting, shape, content) => {
  const { play, organiser } = setting
  const began = await play.now()
  const flagged = await flaggedIn(play, play.as(organiser))
  for (const one of flagged)
    await play.command(organiser, 'adjudicate-interest', { ...one, ruling: 'cleared', reasons: said(content) })
  const secrets = new Map<string, string>()
  for (let turns = Math.floor(shape() * 7); turns > 0; turns -= 1) {
    await localJson(`${play.baseUrl}/local/settled`)
    const { wait } = await play.as(organiser).get<SeenWait>(path(play, ''))
    if (wait) await goOn(setting, wait, { shape, content, secrets })
  }
  await play.letPass(new Date(Date.parse(began) + 9 * 24 * 3_600_000).toISOString())
}

async function goOn(
  { play, organiser }: Setting,
  { name, dueAt, waitsFor }: NonNullable<SeenWait['wait']>,
  { shape, content, secrets }: { shape: Random; content: Random; secrets: Map<string, string> },
): Promise<void> {
  const acting = await whoActs(play, organiser)
  const practices = waitsFor.flatMap(({ id = '' }) => (acting.has(id) ? [id] : []))
  const by = (practice: string) => acting.get(practice) ?? ''
  switch (name) {
    case 'contributions':
      for (const practice of practices.slice(0, 2)) {
        secrets.set(practice, digest([practice, content()]))
        const commitment = commitmentTo(practice, secrets.get(practice) ?? '')
        await play.command(by(practice), 'contribute-to-draw', { commitment })
      }
      return
    case 'draw':
      return play.letPass(justAfter(dueAt))
    case 'reveals':
      for (const practice of someOf(practices, shape, practices.length))
        await play.command(by(practice), 'reveal-contribution', { secret: secrets.get(practice) })
      return play.letPass(justAfter(dueAt))
    case 'pool': {
      const decided = { how: 'those who are eligible', reasons: said(content) }
      const mayDecide = !(await lockedOut(play, organiser)).has(play.approver.personId)
      const done =
        mayDecide && shape() < 0.3
          ? play.command(play.approver.personId, 'decide-procedure', decided)
          : play.command(organiser, 'relax-constraints', { choice: 1, reason: said(content) })
      // Where nobody is eligible, or no limit would help, it stays as it is.
      await done.catch((error) => {
        if (!(error instanceof Refused)) throw error
      })
      return
    }
    case 'invitations':
      for (const { id = '' } of someOf(waitsFor, shape, waitsFor.length))
        if (shape() < 0.7) await play.command(id, 'accept-seat')
        else await play.command(id, 'decline-seat', { reason: said(content) })
  }
}

const appraise: Act = async ({ play, organiser }, shape, content) => {
  const panel = await members(play, organiser)
  for (const item of [...checklistItems, ...someOf(checklistItems, shape)])
    await play.command(oneOf(panel, shape), 'answer-checklist', {
      item,
      finding: oneOf(['met', 'partly met', 'not met'], content),
      comment: said(content),
    })
  for (const member of someOf(panel, shape, 3))
    await play.command(member, 'vote-on-proposal', {
      round: 1,
      option: oneOf(['proceed', 'return', 'decline', 'abstain'], content),
      reasons: said(content),
    })
}

/** What somebody sent, in other words: every sentence is another. */
function reworded(value: unknown, content: Random): unknown {
  if (typeof value === 'string') return /\S\s+\S+\s+\S/.test(value) ? said(content) : value
  if (Array.isArray(value)) return value.map((one) => reworded(one, content))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reworded(inner, content)]))
}

const write: Act = async ({ play, organiser, accepted }, shape, content) => {
  const panel = await members(play, organiser)
  const whole = accepted.findLast((one) => one.path.endsWith('/save-version'))?.body as object
  const versions = 1 + Math.floor(shape() * 3)
  for (let number = 1; number <= versions; number += 1) {
    const version = { ...(reworded(whole, content) as object), basedOn: number - 1 }
    await play.command(oneOf(panel, shape), 'save-version', version)
    for (const member of someOf(panel, shape))
      await play.command(member, 'comment', { version: number, text: said(content) })
  }
}

const bidders = (play: Play) => [
  ...new Map(play.having('provider').map((person) => [person.organisationId ?? '', person])).values(),
]

/** Everybody but the first bidder asks and tenders, some of them twice. What is asked, whoever answers may read. */
const tender: Act = async (setting, shape, content) => {
  for (const { id } of bidders(setting.play).slice(1))
    if (shape() < 0.4) await setting.play.command(id, 'ask-question', { text: said(shape) })
  await tenderUnderSeal(setting, shape, content)
}

/** Everybody but the first bidder tenders or does not, some twice, and some withdraw: nobody else may know that anybody does. */
const tenderUnderSeal: Act = async ({ play }, shape, content) => {
  const { publicKeys, round, criteria } = await play.auditor.get<{
    publicKeys: { quality: string; price: string }
    round: number
    criteria: { id: string }[]
  }>(`/api/public/cases/${play.caseId}/tender`)
  for (const { id, organisationId = '' } of bidders(play).slice(1)) {
    const times = Math.floor(shape() * 2.5)
    for (let turn = 0; turn < times; turn += 1) {
      const bytes = new TextEncoder().encode(said(content))
      const document = { name: 'Paper.txt', type: 'text/plain' as const, bytes }
      const tender = await sealedTender(play.as(id), {
        ...{ caseId: play.caseId, round, organisationId, publicKeys },
        answers: Object.fromEntries(criteria.map((criterion) => [criterion.id, said(content)])),
        pence: 100_000_000 + Math.floor(content() * 9_000_000),
        documents: { quality: [document] },
      })
      await play.command(id, 'submit-tender', tender)
    }
    if (times > 0 && shape() < 0.3) await play.command(id, 'withdraw-tender', {})
  }
}

interface Scoring {
  criteria: { id: string }[]
  tenders: { organisationId: string }[]
}
const scores = ({ criteria }: Scoring, content: Random) =>
  Object.fromEntries(criteria.map(({ id }) => [id, { score: Math.floor(content() * 6), rationale: said(content) }]))

/** What a member writes for themselves, over what they wrote before. */
async function keepPapers(
  play: Play,
  member: string,
  organisationId: string,
  turn: number,
  scores: object,
  note: string,
) {
  const notes = Object.fromEntries(Object.keys(scores).map((id) => [id, { text: note }]))
  await play.as(member).put(path(play, `/score-drafts/${organisationId}`), { scores }, `"${turn}"`)
  await play.as(member).put(path(play, `/score-notes/${organisationId}`), { notes }, `"${turn}"`)
}

/** All members but the last submit scores, of some tenders; how often they save drafts is their own. */
const score: Act = async ({ play, organiser }, shape, content) => {
  const panel = await members(play, organiser)
  for (const member of panel.slice(0, -1)) {
    const seen = await play.as(member).get<Scoring>(path(play, '/scoring'))
    for (const { organisationId } of seen.tenders) {
      const times = Math.floor(content() * 3)
      for (let turn = 0; turn < times; turn += 1)
        await keepPapers(play, member, organisationId, turn, scores(seen, content), said(content))
      if (shape() < 0.6) await play.command(member, 'submit-scores', { organisationId, scores: scores(seen, content) })
    }
  }
}

/** Everybody scores everything, and something spreads too far: how much does is the panel's to know. */
const closeTheScoring: Act = async ({ play, organiser }, _, content) => {
  for (const [place, member] of (await members(play, organiser)).entries()) {
    const seen = await play.as(member).get<Scoring>(path(play, '/scoring'))
    for (const { organisationId } of seen.tenders) {
      const own = scores(seen, content)
      const apart = { score: place === 0 ? 0 : 5, rationale: said(content) }
      const first = seen.criteria[0]?.id ?? ''
      await play.command(member, 'submit-scores', { organisationId, scores: { ...own, [first]: apart } })
    }
  }
}

/** Everybody scores everything, what is far apart is moderated, and the prices are opened. */
const scoreToTheRanking: Act = async ({ play, organiser }, _, content) => {
  const began = await play.now()
  const panel = await members(play, organiser)
  for (const member of panel) {
    const seen = await play.as(member).get<Scoring>(path(play, '/scoring'))
    for (const { organisationId } of seen.tenders)
      await play.command(member, 'submit-scores', { organisationId, scores: scores(seen, content) })
  }
  // The demo's people moderate what spread too far, in as many days as they need.
  await playEvaluation(play)
  await play.letPass(new Date(Date.parse(began) + 9 * 24 * 3_600_000).toISOString())
}

const voteOnTheAward: Act = async ({ play, organiser }, shape, content) => {
  for (const member of someOf(await members(play, organiser), shape, 3))
    await play.command(member, 'vote-on-award', {
      round: 1,
      option: oneOf(['award', 'no award', 're-tender', 'abstain'], content),
      reasons: said(content),
    })
}

/** Practices challenge how the case is run while it is decided, and then the outcome is announced, with a letter to each bidder. */
const announce: Act = async ({ play, organiser }, shape) => {
  const out = await lockedOut(play, organiser)
  const practices = play.having('practice').filter(({ id }) => !out.has(id))
  for (const { id } of someOf(practices.slice(0, 4), shape))
    await play.command(id, 'make-challenge', { text: said(shape) })
  for (const member of await members(play, organiser))
    await play.command(member, 'vote-on-award', { round: 1, option: 'award', reasons: 'It is first by quality.' })
  await play.settled()
  await declare(play, play.approver.personId)
  await play.command(play.approver.personId, 'confirm-recommendation', { reasons: 'The record bears it out.' })
  await play.settled()
}

/** Bidders object while the standstill lasts. */
const objectToIt: Act = async ({ play }, shape, content) => {
  for (const { id } of someOf(bidders(play).slice(1), shape))
    await play.command(id, 'make-representation', { text: said(content) }).catch(() => undefined)
}

/** By the part of the case in which they are done. */
export const acts = {
  nomination: nominate,
  'panel-formation': adjudicate,
  draw: formThePanel,
  'no panel possible': formThePanel,
  appraisal: appraise,
  specification: write,
  tender,
  'sealed tenders': tenderUnderSeal,
  scoring: score,
  'close of the scoring': closeTheScoring,
  'to the decision': scoreToTheRanking,
  decision: voteOnTheAward,
  announcement: announce,
  standstill: objectToIt,
} satisfies Record<string, Act>
export type Part = keyof typeof acts
