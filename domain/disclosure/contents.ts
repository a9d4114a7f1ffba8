import { tell } from '../case/tell.ts'
import { scoringHasClosed } from '../evaluation/evaluation.ts'
import { countedSheets } from '../evaluation/members.ts'
import { moderationOf } from '../evaluation/moderation.ts'
import { robustnessOf } from '../evaluation/robustness/robustness.ts'
import { viewRanking } from '../evaluation/view.ts'
import { certificateOf } from '../panel-draw/view.ts'
import { decided, letters, story } from './decision-parts.ts'
import type { Disclosed, Part } from './part.ts'
import { compliance, fewTenders, lowPriceQuestions, notices, openedTenders } from './tender-parts.ts'

/** All that the case has of a noun, where it has it. */
const whole = (path: string, what: string, data: unknown): Part[] => (data === undefined ? [] : [{ path, what, data }])

const trail = ({ record, names }: Disclosed): Part[] => [
  { path: 'record.json', what: 'The audit trail: every event with its payload, as a hash chain', data: record },
  { path: 'names.json', what: 'The names behind the identifiers', data: names },
  {
    path: 'timeline.json',
    what: 'Every event in words: every notice, reminder and message',
    data: timeline(record),
  },
]

const timeline = ({ events }: Disclosed['record']) =>
  events.map(({ entry: { sequence, at, by, type, hash }, payload }) => ({
    ...{ sequence, at, by, type, hash },
    told: tell(type, payload?.data),
  }))

function scores({ theCase }: Disclosed): Part[] {
  const { evaluation, scoreSheets = {} } = theCase
  const counted = new Set(countedSheets(theCase))
  const sheets = Object.values(scoreSheets).map((sheet) => ({ ...sheet, counted: counted.has(sheet) }))
  if (!scoringHasClosed(evaluation)) return []
  return [
    {
      path: 'scores.json',
      what: 'Every individual score with its rationale, and whether it counted',
      data: { sheets, leftOut: evaluation.leftOut },
    },
  ]
}

function moderation({ theCase }: Disclosed): Part[] {
  const { evaluation } = theCase
  if (!scoringHasClosed(evaluation)) return []
  const { moderated, notAgreed, open } = moderationOf(theCase)
  const { toModerate, meetings } = evaluation
  return [
    {
      path: 'moderation.json',
      what: 'Which scores spread too far, each meeting with its agenda and who was there, what the panel agreed and why, with what was recorded first and why it was corrected, and where the median stands',
      data: {
        toModerate,
        meetings,
        moderated,
        notAgreed: [...notAgreed, ...open.map(({ organisationId, criterionId }) => ({ organisationId, criterionId }))],
        all: evaluation.moderated,
        ...('medians' in evaluation && { medians: evaluation.medians }),
      },
    },
  ]
}

const prices = ({ theCase: { evaluation } }: Disclosed): Part[] =>
  evaluation && 'prices' in evaluation
    ? [{ path: 'prices.json', what: 'The prices as they were opened', data: evaluation.prices }]
    : []

const ranking = ({ theCase }: Disclosed): Part[] =>
  theCase.evaluation?.status === 'ranked'
    ? [
        {
          path: 'ranking.json',
          what: 'The ranking, with the terms of every total',
          data: { ...viewRanking(theCase), robustness: robustnessOf(theCase) },
        },
      ]
    : []

const conflicts = ({ theCase }: Disclosed): Part[] =>
  whole('conflicts.json', 'How everybody stands, on what evidence, and how it was handled', theCase.conflicts)

const challenges = ({ theCase }: Disclosed): Part[] =>
  whole('challenges.json', 'How practices challenged the way the case was run, with the answers', theCase.challenges)

const meetings = ({ theCase }: Disclosed): Part[] =>
  whole('meetings.json', 'When the panel was to meet, how that changed and why, and who was there', theCase.meetings)

const draws = ({ theCase }: Disclosed): Part[] =>
  Object.values(theCase.draws ?? {}).flatMap((draw) => {
    const number = draw.terms.draw
    return [
      draw.status === 'drawn'
        ? {
            path: `draws/draw-${number}.certificate.json`,
            what: `Draw ${number}: the certificate with which to recalculate it (npm run verify)`,
            data: certificateOf(draw),
          }
        : { path: `draws/draw-${number}.json`, what: `Draw ${number}, ${draw.status}`, data: draw },
    ]
  })

const versions = ({ theCase }: Disclosed): Part[] =>
  Object.entries(theCase.versions ?? {}).map(([number, version]) => ({
    path: `specification/version-${number}.json`,
    what: `Version ${number} of the specification and its criteria`,
    data: version,
  }))

const comments = ({ theCase }: Disclosed): Part[] =>
  whole('specification/comments.json', 'Every comment on the specification', theCase.comments)

const workshops = ({ theCase }: Disclosed): Part[] =>
  whole(
    'specification/workshops.json',
    'How sample tenders would have ranked when the panel tried the weights',
    theCase.workshops,
  )

/** What the panel made of the proposal. */
const appraised = ({ theCase }: Disclosed): Part[] =>
  whole('appraisal.json', 'The appraisal of the proposal: checklist, votes, reasons', theCase.appraisal)

/** What the approver answered. */
const businessCases = ({ theCase }: Disclosed): Part[] =>
  whole('business-case.json', 'The business case, and the approver’s answer', theCase.businessCase)

/** What a disclosure pack consists of, section by section. */
const sections: readonly ((disclosed: Disclosed) => Part[])[] = [
  trail,
  notices,
  openedTenders,
  fewTenders,
  compliance,
  scores,
  moderation,
  prices,
  ranking,
  lowPriceQuestions,
  conflicts,
  draws,
  challenges,
  meetings,
  versions,
  comments,
  workshops,
  appraised,
  businessCases,
  decided,
  letters,
  story,
]

/**
 * Everything that a disclosure pack holds, from the record and the names alone (requirements §7): whoever has the record makes
 * the same pack again, and so finds what was changed in one.
 */
export const contentsOf = (disclosed: Disclosed): Part[] => sections.flatMap((section) => section(disclosed))

/**
 * The parts that rest on nothing that was erased: whatever that said, the record makes them as they are here.
 * @param resting the nouns that rest on it; the case may be without them
 */
export function partsLeft({ theCase, ...others }: Disclosed, resting: ReadonlySet<string>): Part[] {
  return sections.flatMap((section) => {
    let rests = false
    const watched = new Proxy(theCase, {
      get: (target, noun, receiver) => {
        rests ||= resting.has(String(noun))
        return Reflect.get(target, noun, receiver)
      },
      ownKeys: (target) => {
        rests ||= resting.size > 0
        return Reflect.ownKeys(target)
      },
    })
    try {
      const parts = section({ ...others, theCase: watched })
      return rests ? [] : parts
    } catch (error) {
      if (rests) return []
      throw error
    }
  })
}
