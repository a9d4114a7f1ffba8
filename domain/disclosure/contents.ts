import type { CaseEvent } from '../case/event.ts'
import { tell } from '../case/tell.ts'
import { isOfPutOut } from '../conflict/put-out.ts'
import { certificateOf } from '../panel-draw/view.ts'
import { awardNoticesOf, letters, sittings, story } from './decision-parts.ts'
import type { Disclosed, Part } from './part.ts'
import { partsOfRound } from './round-parts.ts'
import { asItEnded, folderOf, roundsIn } from './rounds.ts'
import { notices } from './tender-parts.ts'

/** All that the case has of a noun, where it has it. */
const whole = (path: string, what: string, data: unknown): Part[] => (data === undefined ? [] : [{ path, what, data }])

const trail = ({ theCase, record, names }: Disclosed): Part[] => [
  {
    path: 'record.json',
    what: 'The audit trail: every event with what it says, each with the fingerprint of the one before it',
    data: record,
  },
  { path: 'names.json', what: 'The names behind the identifiers', data: names },
  {
    path: 'timeline.json',
    what: 'Every event in words, and by whom of those who were found to have a conflict of interest afterwards',
    data: timeline({ theCase, record }),
  },
]

/** What was sent by email, to whom and word by word. */
const messages = ({ record }: Disclosed): Part[] => {
  const sent: readonly string[] = ['ProvidersTold', 'PeopleTold'] satisfies CaseEvent['type'][]
  const events = record.events.filter(({ entry: { type } }) => sent.includes(type))
  return events.length === 0
    ? []
    : [
        {
          path: 'messages.json',
          what: 'Every email about the case in its words, when, to whom, and of which event: to providers, panel members, nominees, practices, the programme manager and the approver. Of what each nominee was sent about a draw with a secret of their own, the hash. Not the morning digests, which are of a person and not of a case',
          data: events.map(({ entry: { sequence, at, type }, payload }) => ({
            ...{ sequence, at, type },
            ...(payload ? { said: payload.data } : { erased: true }),
          })),
        },
      ]
}

const timeline = ({ theCase, record: { events } }: Pick<Disclosed, 'theCase' | 'record'>) =>
  events.map(({ entry: { sequence, at, by, type, hash }, payload }) => ({
    ...{ sequence, at, by, type, hash },
    told: tell(type, payload?.data),
    ...(isOfPutOut(theCase, by) && { byPutOut: true }),
  }))

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

type Section = (disclosed: Disclosed) => Part[]

/** What a disclosure pack consists of besides the rounds that are over, section by section. */
const sectionsOf = ({ record }: Pick<Disclosed, 'record'>): Section[] => [
  trail,
  messages,
  notices,
  ...partsOfRound(roundsIn(record.events).find(({ endedBy }) => endedBy === undefined)),
  conflicts,
  draws,
  challenges,
  meetings,
  versions,
  comments,
  workshops,
  appraised,
  businessCases,
  sittings,
  awardNoticesOf,
  letters,
  story,
]

/** Each round that is over, as it ended, in a folder of its own: from what its part of the record makes, and nothing else. */
const earlierRounds = ({ record, names }: Omit<Disclosed, 'theCase'>): Part[] =>
  roundsIn(record.events).flatMap((round) => {
    if (round.endedBy === undefined) return []
    const { theCase, resting } = asItEnded(record, round)
    return partsOf([notices, ...partsOfRound(round)], { theCase, record, names }, resting).map((part) => ({
      ...part,
      path: `${folderOf(round)}${part.path}`,
      what: `Round ${round.number}, which is over. ${part.what}`,
    }))
  })

/**
 * Everything that a disclosure pack holds, from the record and the names alone (requirements §7): whoever has the record makes
 * the same pack again, and so finds what was changed in one.
 */
export const contentsOf = (disclosed: Disclosed): Part[] => [
  ...sectionsOf(disclosed).flatMap((section) => section(disclosed)),
  ...earlierRounds(disclosed),
]

/**
 * The parts that rest on nothing that was erased: whatever that said, the record makes them as they are here.
 * @param resting the nouns that rest on it; the case may be without them
 */
export const partsLeft = (disclosed: Disclosed, resting: ReadonlySet<string>): Part[] => [
  ...partsOf(sectionsOf(disclosed), disclosed, resting),
  ...earlierRounds(disclosed),
]

function partsOf(sections: Section[], { theCase, ...others }: Disclosed, resting: ReadonlySet<string>): Part[] {
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
