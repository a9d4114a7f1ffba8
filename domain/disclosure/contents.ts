import type { Case } from '../case/case.ts'
import { tell } from '../case/tell.ts'
import type { Letter, Superseded } from '../decision/decision.ts'
import { letterPaper } from '../decision/letter-paper.ts'
import { decisionRecordPaper } from '../decision-record/paper.ts'
import { isDecided, viewDecisionRecord } from '../decision-record/record.ts'
import { scoringHasClosed } from '../evaluation/evaluation.ts'
import { countedSheets } from '../evaluation/members.ts'
import { moderationOf } from '../evaluation/moderation.ts'
import { robustnessOf } from '../evaluation/robustness/robustness.ts'
import { viewRanking } from '../evaluation/view.ts'
import { certificateOf } from '../panel-draw/view.ts'
import type { Paper } from '../paper/paper.ts'
import type { Export } from '../record/verify.ts'

/** Names as the register has them: they are data beside the record, not in it. */
export interface Names {
  organisations: Record<string, string>
  people: Record<string, string>
}

/** What a part of the pack is, and what is in it: data, or something in words that was dated. */
export type Part = { path: string; what: string } & ({ data: unknown } | { paper: Paper; datedAt: string })

export interface Disclosed {
  /** As the record makes it, or where a payload was erased as it is kept; loaded with everything. */
  theCase: Case
  record: Export
  names: Names
}

/**
 * Everything that a disclosure pack holds, from the record and the names alone (requirements §7): whoever has the record makes
 * the same pack again, and so finds what was changed in one.
 */
export function contentsOf(disclosed: Disclosed): Part[] {
  return [
    {
      path: 'record.json',
      what: 'The audit trail: every event with its payload, as a hash chain',
      data: disclosed.record,
    },
    { path: 'names.json', what: 'The names behind the identifiers', data: disclosed.names },
    {
      path: 'timeline.json',
      what: 'Every event in words: every notice, reminder and message',
      data: timeline(disclosed),
    },
    ...scoring(disclosed),
    ...conflicts(disclosed),
    ...draws(disclosed),
    ...challenges(disclosed),
    ...versions(disclosed),
    ...notices(disclosed),
    ...letters(disclosed),
    ...story(disclosed),
  ]
}

const timeline = ({ record }: Disclosed) =>
  record.events.map(({ entry: { sequence, at, by, type, hash }, payload }) => ({
    ...{ sequence, at, by, type, hash },
    told: tell(type, payload?.data),
  }))

function scoring({ theCase }: Disclosed): Part[] {
  const { evaluation, scoreSheets = {} } = theCase
  const counted = new Set(countedSheets(theCase))
  const sheets = Object.values(scoreSheets).map((sheet) => ({ ...sheet, counted: counted.has(sheet) }))
  if (!scoringHasClosed(evaluation)) return []
  const { moderated, notAgreed, open } = moderationOf(theCase)
  const { leftOut, toModerate, findings } = evaluation
  return [
    {
      path: 'scores.json',
      what: 'Every individual score with its rationale; whether it counted',
      data: { sheets, leftOut },
    },
    {
      path: 'moderation.json',
      what: 'What spread too far, what the panel agreed and why, who was present; where the median stands',
      data: {
        toModerate,
        moderated,
        notAgreed: [...notAgreed, ...open.map(({ organisationId, criterionId }) => ({ organisationId, criterionId }))],
        all: evaluation.moderated,
        ...('medians' in evaluation && { medians: evaluation.medians }),
      },
    },
    { path: 'compliance.json', what: 'Which tenders complied, and why others did not', data: findings },
    ...('prices' in evaluation
      ? [{ path: 'prices.json', what: 'The prices as they were opened', data: evaluation.prices }]
      : []),
    ...(evaluation.status === 'ranked'
      ? [
          {
            path: 'ranking.json',
            what: 'The ranking, every total with its terms',
            data: { ...viewRanking(theCase), robustness: robustnessOf(theCase) },
          },
        ]
      : []),
  ]
}

const conflicts = ({ theCase: { conflicts: found } }: Disclosed): Part[] =>
  found
    ? [{ path: 'conflicts.json', what: 'How everybody stands, what it rests on, and how it was handled', data: found }]
    : []

const challenges = ({ theCase }: Disclosed): Part[] =>
  theCase.challenges
    ? [
        {
          path: 'challenges.json',
          what: 'How practices challenged the running of the case, with the answers',
          data: theCase.challenges,
        },
      ]
    : []

const draws = ({ theCase }: Disclosed): Part[] =>
  Object.values(theCase.draws ?? {}).flatMap((draw) => {
    const number = draw.terms.draw
    return [
      draw.status === 'drawn'
        ? {
            path: `draws/draw-${number}.certificate.json`,
            what: `Draw ${number}: the certificate that recomputes it (npm run verify)`,
            data: certificateOf(draw),
          }
        : { path: `draws/draw-${number}.json`, what: `Draw ${number}, ${draw.status}`, data: draw },
    ]
  })

const versions = ({ theCase }: Disclosed): Part[] => [
  ...Object.entries(theCase.versions ?? {}).map(([number, version]) => ({
    path: `specification/version-${number}.json`,
    what: `Version ${number} of the specification and its criteria`,
    data: version,
  })),
  ...(theCase.comments
    ? [{ path: 'specification/comments.json', what: 'Every comment on it', data: theCase.comments }]
    : []),
]

/** Tenders by what was published and by their hashes; what they say stays where it is kept. */
function notices({ theCase: { tender } }: Disclosed): Part[] {
  if (!tender) return []
  const rounds = tender.earlier.map((round) => ({
    path: `tender/round-${round.round}.json`,
    what: `Round ${round.round}, which ended without an award: its receipts`,
    data: round,
  }))
  return tender.status === 'due'
    ? rounds
    : [
        ...rounds,
        {
          path: `tender/round-${tender.round}.json`,
          what: `Round ${tender.round}: what was published, every question and answer, the hashes of every tender`,
          data: tender,
        },
      ]
}

function letters({ theCase, names }: Disclosed): Part[] {
  const { decision, letters: written = {}, proposal } = theCase
  const announced: Pick<Superseded, 'sitting' | 'announcedAt' | 'standstill'>[] = [
    ...(decision?.superseded ?? []),
    ...(decision?.status === 'awarded' && decision.standstill ? [decision] : []),
  ]
  const standstillOf = (sitting: number) => announced.find((one) => one.sitting === sitting)
  return Object.entries(written).flatMap(([key, letter]): Part[] => {
    const sitting = Number(key.split('#')[0])
    const told = standstillOf(sitting)
    const announcedAt =
      told?.announcedAt ?? (decision && 'announcedAt' in decision ? decision.announcedAt : lastOf(theCase))
    const name = `letters/${sitting}-${letter.organisationId}`
    const about = `The letter to ${nameOf(letter, names)}`
    return [
      { path: `${name}.json`, what: `${about}, as data`, data: letter },
      {
        path: name,
        what: about,
        datedAt: announcedAt,
        paper: letterPaper(letter, {
          title: proposal.form.title,
          announcedAt,
          ...(told?.standstill && { standstill: told.standstill }),
        }),
      },
    ]
  })
}

/** A letter that was written and never announced is dated by the end of its stage. */
const lastOf = ({ life }: Case): string => life.path.at(-1)?.entered ?? ''

const nameOf = ({ organisationId, names }: Letter, { organisations }: Names): string =>
  names[organisationId] ?? organisations[organisationId] ?? organisationId

function story({ theCase, names }: Disclosed): Part[] {
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
