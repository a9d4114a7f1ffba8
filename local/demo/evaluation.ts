import { londonDate } from '../../domain/time/instant.ts'
import { flaggedIn } from './flagged.ts'
import { seenPanel } from './panel-formation.ts'
import type { Play } from './play.ts'
import { playSubstitution } from './substitution.ts'

interface Scoring {
  criteria: { id: string; title: string }[]
  tenders: { organisationId: string; submitted?: object }[]
}

interface Moderation {
  matters: { organisationId: string; criterionId: string; title: string; lowest: number; highest: number }[]
}

export interface SeenRanking {
  ranking: { place?: number; organisationId: string; shown: string; terms: string[] }[]
}

export const seenRanking = (play: Play): Promise<SeenRanking> => play.manager.get(`/api/cases/${play.caseId}/ranking`)

const words = [
  'Nothing on this.',
  'Serious gaps.',
  'Gaps to close first.',
  'Answers it.',
  'Answers it well.',
  'Strong.',
]

/** The members score each for themselves; where they are far apart the chair records what they agree. */
export async function playEvaluation(play: Play): Promise<void> {
  for (;;) {
    const { life, wait } = await play.settled()
    if (life.stage !== 'evaluation') return
    if (wait?.name === 'declarations') await declareToTheBidders(play)
    else if (wait?.name === 'adjudication') await ruleOnFlagged(play)
    else if (wait?.name === 'substitute') await replaceTheExcluded(play)
    else if (wait?.name === 'scores') {
      // Somebody who only looks on can also have a tie to a bidder; the case does not wait for that ruling.
      await ruleOnFlagged(play)
      await score(play)
    } else if (wait?.name === 'moderation') await moderate(play)
    else throw new Error(`The tenders cannot be evaluated: the case waits for ${wait?.name ?? 'nothing'}.`)
  }
}

/** The members who have not declared have nothing more to declare now that they know who tendered. */
export async function declareToTheBidders(play: Play): Promise<void> {
  const { wait } = await play.settled()
  for (const { id = '' } of wait?.waitsFor ?? []) await declare(play, id)
}

export const declare = (play: Play, person: string) =>
  play.command(person, 'renew-declaration', { declaration: { kind: 'nothing to declare' } })

/** A member with an interest in a bidder is replaced; this late, the substitute declares before anything else, a vote for the chair included. */
const replaceTheExcluded = (play: Play) => playSubstitution(play, (person) => declare(play, person))

/** Up to the scoring, or to what was found wrong with a tender. */
export async function readyToReadTenders(play: Play): Promise<void> {
  for (;;) {
    const { wait } = await play.settled()
    if (wait?.name === 'declarations') await declareToTheBidders(play)
    else if (wait?.name === 'adjudication') await ruleOnFlagged(play)
    else if (wait?.name === 'substitute') await replaceTheExcluded(play)
    else return ruleOnFlagged(play)
  }
}

/** Who is paid to advise a bidder, or has another tie that a rule cannot judge, is ruled on before anything is scored. */
export async function ruleOnFlagged(play: Play): Promise<void> {
  for (const flagged of await flaggedIn(play))
    await play.manager.post(`/api/cases/${play.caseId}/adjudicate-interest`, {
      ...flagged,
      ruling: 'managed',
      reasons: 'The tie ends before the contract begins, and the bidder knows nothing of this case from it.',
      mitigation: 'Scores with the others, and leaves the room when this bidder’s scores are moderated.',
    })
}

/** The members score one after the other; two days pass after every second one. */
async function score(play: Play): Promise<void> {
  const { members } = await seenPanel(play)
  for (const [index, member] of members.entries()) {
    const { criteria, tenders } = await play.as(member).get<Scoring>(`/api/cases/${play.caseId}/scoring`)
    for (const [number, { organisationId, submitted }] of tenders.entries()) {
      if (submitted) continue
      const scores = Object.fromEntries(
        criteria.map(({ id }, place) => [id, given(index, number, place, criteria.length)]),
      )
      if (number === 0)
        await play.as(member).put(`/api/cases/${play.caseId}/score-drafts/${organisationId}`, { scores }, '"0"')
      await play.command(member, 'submit-scores', { organisationId, scores })
    }
    if (index % 2 === 1) await play.moveBy({ days: 2 })
  }
}

/** How good each tender is, criterion by criterion repeated; the fourth is too weak on clinical quality. */
const worth = [
  [3, 4, 3],
  [4, 3, 4],
  [4, 4, 3],
  [2, 4, 4],
  [3, 3, 4],
]

/** The members think much alike, but for one who on one criterion of each tender is far from the others. */
function given(member: number, tender: number, criterion: number, criteria: number) {
  const good = worth[tender]?.[criterion % 3] ?? 3
  const own = (member * 3 + tender + criterion) % 4 === 0 ? -1 : 0
  const odd = member === 3 && criterion === (tender + 1) % criteria ? -3 : 0
  const score = Math.max(0, Math.min(5, good + own + odd))
  return { score, rationale: `${words[score]} Read beside the specification, point by point.` }
}

async function moderate(play: Play): Promise<void> {
  const { members, chair = '' } = await seenPanel(play)
  await play.moveBy({ days: 3 })
  const { matters } = await play.as(chair).get<Moderation>(`/api/cases/${play.caseId}/moderation`)
  await play.command(chair, 'hold-moderation-meeting', {
    heldOn: londonDate(await play.now()),
    present: members,
    agenda: matters.map(({ organisationId, criterionId }) => ({ organisationId, criterionId })),
  })
  const agree = ({ organisationId, criterionId, lowest, highest }: Moderation['matters'][number], more: object = {}) =>
    play.command(chair, 'moderate-criterion', {
      organisationId,
      criterionId,
      score: Math.ceil((lowest + highest) / 2),
      reason: `Given from ${lowest} to ${highest}. Read again together: there is evidence, but for only part of the area.`,
      present: members,
      ...more,
    })
  const [first, ...others] = matters
  if (!first) return
  for (const matter of others) await agree(matter)
  // Until the chair closes the moderation a slip can be corrected, also in the last that was discussed.
  await agree(first, { score: first.highest })
  await agree(first, { correction: 'The chair chose the row of the highest score instead of the one that was agreed.' })
  await play.command(chair, 'conclude-moderation')
}
