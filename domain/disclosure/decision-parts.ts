import type { CaseEvent } from '../case/event.ts'
import { isAnnounced, type Letter } from '../decision/decision.ts'
import { letterPaper, toldWith } from '../decision/letter-paper.ts'
import { awardNoticePaper, awardNotices } from '../decision/notice.ts'
import { decisionRecordPaper } from '../decision-record/paper.ts'
import { isDecided, viewDecisionRecord } from '../decision-record/record.ts'
import type { Export } from '../record/export.ts'
import type { Disclosed, Names, Part } from './part.ts'

/** The vote with every reason, the approver's answer, what came back and why, every representation with its answer. */
export const decided = ({ theCase: { decision } }: Disclosed): Part[] =>
  decision
    ? [
        {
          path: 'decision.json',
          what: 'The decision: votes with their reasons, the approver’s answer, what was returned to the panel, and every representation with the further decision on it',
          data: decision,
        },
      ]
    : []

/** What belongs to a sitting of the panel on the award, and what came of it. */
const ofSittings: readonly string[] = [
  'RecommendationMade',
  'RecommendationConfirmed',
  'RecommendationRejected',
  'OutcomeAnnounced',
  'NoticePublished',
  'RepresentationMade',
  'RepresentationAnswered',
  'AwardMade',
] satisfies CaseEvent['type'][]

const ofVotes: readonly string[] = ['VoteOpened', 'BallotCast', 'VoteCounted'] satisfies CaseEvent['type'][]

const isOfSitting = ({ entry: { type }, payload }: Export['events'][number]): boolean =>
  ofSittings.includes(type) ||
  (ofVotes.includes(type) && (payload === null || (payload.data as { matter: string }).matter === 'award'))

/** Also of sittings that came to nothing: the decision tells of the last. */
export function sittings({ record }: Disclosed): Part[] {
  const events = record.events.filter(isOfSitting)
  return events.some(({ entry: { type } }) => type === 'RecommendationMade')
    ? [
        {
          path: 'sittings.json',
          what: 'Every sitting of the panel on the award, from first to last: each vote with its reasons, what the approver answered and why, what was announced, each representation with the further decision on it',
          data: events.map(({ entry: { sequence, at, by, type }, payload }) => ({
            ...{ sequence, at, by, type },
            ...(payload ? { said: payload.data } : { erased: true }),
          })),
        },
      ]
    : []
}

export function letters({ theCase, names }: Disclosed): Part[] {
  const { decision, letters: written = {}, proposal } = theCase
  const announced = [...(decision?.superseded ?? []), ...(isAnnounced(decision) ? [decision] : [])]
  return Object.entries(written).flatMap(([key, letter]): Part[] => {
    const sitting = Number(key.split('#')[0])
    const told = announced.find((one) => one.sitting === sitting)
    const path = `letters/${sitting}-${letter.organisationId}`
    const about = `letter to ${nameOf(letter, names)}`
    if (!told)
      return [{ path: `${path}.json`, what: `A ${about} that was written and never sent, as data`, data: letter }]
    const { announcedAt } = told
    return [
      { path: `${path}.json`, what: `The ${about}, as data`, data: letter },
      {
        path,
        what: `The ${about}`,
        datedAt: announcedAt,
        paper: letterPaper(letter, toldWith(proposal.form.title, told)),
      },
    ]
  })
}

/** Every notice of an intended award, as it is public. */
export const awardNoticesOf = ({ theCase, names }: Disclosed): Part[] =>
  awardNotices(theCase).flatMap((notice): Part[] => {
    const path = `notices/award-${notice.sitting}`
    const what = `The notice of the intended award, sitting ${notice.sitting}`
    return [
      { path: `${path}.json`, what: `${what}, as data`, data: notice },
      {
        ...{ path, what, datedAt: notice.publishedAt },
        paper: awardNoticePaper(notice, theCase.id, (id) => names.organisations[id] ?? id),
      },
    ]
  })

const nameOf = ({ organisationId, names }: Letter, { organisations }: Names): string =>
  names[organisationId] ?? organisations[organisationId] ?? organisationId

export function story({ theCase, names }: Disclosed): Part[] {
  if (!isDecided(theCase)) return []
  const record = viewDecisionRecord(theCase)
  const named = (id: string) => names.people[id] ?? names.organisations[id] ?? id
  return [
    { path: 'decision-record.json', what: 'The public decision record, as data', data: record },
    {
      path: 'decision-record',
      what: 'The public decision record',
      datedAt: record.decision.awardedAt ?? record.decision.announcedAt,
      paper: decisionRecordPaper(record, named),
    },
  ]
}
