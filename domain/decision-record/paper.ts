import { stageNames } from '../case/stage-names.ts'
import { pounds } from '../evaluation/pounds.ts'
import { type Block, facts, heading, link, list, type Paper, table, words } from '../paper/paper.ts'
import { areas } from '../proposal/areas.ts'
import { dayTold } from '../time/day.ts'
import { happened, told } from '../time/deadline.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { tookPart } from '../vote/count.ts'
import { many, type Names, plain } from './in-words.ts'
import { excludedSince, moderated, ranked, robust, ruledByExcludedBlocks } from './paper-of-the-result.ts'
import type { DecisionRecord, Result } from './record.ts'

/** The day on which something happened; when exactly, the data says. */
const day = (at: Instant): string => dayTold(londonDate(at))

const answered = {
  stands: 'The panel answered that its decision stands',
  reopened: 'The panel reopened its decision',
  'should not stand': 'The panel answered that the contract should not have been awarded',
}
const outcomes: Record<DecisionRecord['outcome'], string> = { awarded: 'Awarded', 'not awarded': 'Not awarded' }

/** The whole story of a decided case on one page (requirements §7). */
export function decisionRecordPaper(record: DecisionRecord, names: Names): Paper {
  return {
    title: record.title,
    about: `Decision record · ${areas[record.area].name}`,
    blocks: [
      ...outcome(record, names),
      ...proposed(record, names),
      ...nominated(record, names),
      ...checked(record),
      ...panelled(record, names),
      ...asked(record),
      ...earlier(record),
      ...few(record),
      ...ranked(record, names),
      ...moderated(record, names),
      ...robust(record, names),
      ...excludedSince(record, names),
      ...ruledByExcludedBlocks(record.ruledByExcluded ?? [], names, ({ people }) => people),
      ...decided(record),
      ...challenged(record, names),
      ...followed(record),
      heading('The record itself'),
      words(
        'Everything that was done in this case is recorded in a chain of entries, each of which seals those before it (a hash chain). The fingerprint of the last one is quoted below. With it, anybody can check later whether the record was changed.',
      ),
      link('This record as open contracting data (OCDS)', `/api/public/cases/${record.caseId}/ocds`),
      link('This record as data', `/api/public/cases/${record.caseId}/decision-record`),
    ],
    head: record.head,
  }
}

function outcome({ outcome: how, winner, decision, story }: DecisionRecord, names: Names): Block[] {
  return [
    heading('The outcome'),
    words(
      winner === undefined
        ? 'The panel decided to award no contract.'
        : `The contract was awarded to ${names(winner)}.`,
    ),
    ...decision.representations.flatMap(({ afterAward, answer }) =>
      afterAward && answer?.decision !== 'stands'
        ? [
            words(
              answer
                ? 'The panel found afterwards that the contract should not have been awarded: see “The decision”.'
                : 'A representation that was received before the standstill ended was recorded after the award. The panel is considering it: see “The decision”.',
            ),
          ]
        : [],
    ),
    facts([
      ['Outcome', outcomes[how]],
      ['Announced', day(decision.announcedAt)],
      ['Awarded', decision.awardedAt === undefined ? undefined : day(decision.awardedAt)],
    ]),
    ...table(
      'The stages of the case',
      ['Stage', 'Entered', 'Left'],
      story.map(({ stage, entered, left }) => [stageNames[stage], day(entered), left ? day(left) : 'Under way']),
    ),
  ]
}

export function proposed({ proposal }: Pick<DecisionRecord, 'proposal'>, names: Names): Block[] {
  const { proposer, problem, objectives, consulted, costs } = proposal
  const who =
    proposer.kind === 'other'
      ? proposer.name
      : names(proposer.kind === 'practice' ? proposer.practiceId : proposer.organisationId)
  return [
    heading('The proposal'),
    words(problem),
    facts([
      ['Proposed by', who],
      ['One-off costs', pounds(costs.oneOff)],
      ['Recurrent costs per year', pounds(costs.recurrent)],
      ['Savings per year', pounds(costs.savings)],
    ]),
    heading('Objectives', 3),
    ...list(objectives),
    heading('Who was consulted', 3),
    ...list(
      consulted.map(({ who, when, said, changed }) => `${who}, ${dayTold(when)}: ${said} What changed: ${changed}`),
    ),
  ]
}

const nominated = ({ nominations }: DecisionRecord, names: Names): Block[] => [
  heading('Nominations'),
  ...table(
    'How each practice answered',
    ['Practice', 'Nominated', 'Accepted'],
    nominations.map(({ practiceId, nominated, accepted, declined }) => [
      names(practiceId),
      declined ? 'nobody' : String(nominated),
      String(accepted),
    ]),
  ),
]

export function checked({ conflicts }: Pick<DecisionRecord, 'conflicts'>): Block[] {
  const { flagged = 0, cleared, managed, barred, ineligible } = conflicts
  return [
    heading('Conflicts of interest'),
    words(
      `${many(conflicts.checked, 'person', 'people')} were checked, repeatedly, as the case went on: ${conflicts.clear} clear,${flagged > 0 ? ` ${flagged} waiting for a ruling,` : ''} ${cleared} cleared with reasons, ${managed} managed, ${barred} barred, ${ineligible} not eligible.`,
    ),
    ...list(conflicts.rules.map(({ says, people }) => `${says} It applied to ${many(people, 'person', 'people')}.`)),
  ]
}

const panelled = ({ draws, panel }: DecisionRecord, names: Names): Block[] => [
  heading('The panel'),
  ...list(panel.members.map((member) => `${names(member)}${member === panel.chair ? ' (chair)' : ''}`)),
  ...(panel.standing
    ? [
        words(
          `It was drawn for the area “${areas[panel.standing.area].name}” and its cases that begin until ${told(panel.standing.until)}. Conflicts were checked for this case, and any vacant seats were drawn for it alone.`,
        ),
      ]
    : []),
  ...draws.flatMap(({ draw, status, pool, panels, commitment, certificate }) => [
    words(
      `Draw ${draw} (${status}): one of ${panels.toLocaleString('en-GB')} equally likely panels, from a pool of ${pool}. Its commitment, published beforehand: ${commitment}.`,
    ),
    ...(certificate ? [link(`The certificate of draw ${draw}, to recalculate it`, certificate)] : []),
  ]),
]

const asked = ({ specificationVersion, criteria, priceShare, caseId }: DecisionRecord): Block[] => [
  heading('What was asked for'),
  ...(specificationVersion === undefined
    ? []
    : [words(`Version ${specificationVersion} of the specification was published.`)]),
  link('The tender as it was published', `/api/public/cases/${caseId}/tender`),
  ...table(
    'Criteria',
    ['Criterion', 'Weight'],
    [...criteria.map(({ title, weight }) => [title, plain(weight)]), ['Price', plain(priceShare)]],
  ),
]

export function few({ fewTenders }: Result): Block[] {
  if (!fewTenders) return []
  const { tenders, choice, reasons, members, at } = fewTenders
  return [
    heading('Fewer than two tenders were received'),
    words(
      `${tenders === 0 ? 'Nobody tendered.' : 'One provider tendered.'} The panel chose, with ${many(members, 'member')} taking part (${happened(at)}): ${choice}. ${reasons}`,
    ),
  ]
}

/** Rounds that came to nothing: nothing of what was found in them is public, but that there were, and why they ended. */
const earlier = ({ earlierRounds }: DecisionRecord): Block[] =>
  earlierRounds.length === 0
    ? []
    : [
        heading('Earlier rounds'),
        ...list(
          earlierRounds.map(
            ({ round, publishedAt, tenders, endedAt, because }) =>
              `Round ${round}, published on ${day(publishedAt)}: ${many(tenders, 'tender')}. It ended without an award on ${day(endedAt)}: ${because}`,
          ),
        ),
      ]

const broughtBack = {
  approver: 'Returned by the approver',
  panel: 'Returned by the panel',
  exclusion: 'Decided again after an exclusion',
}

function decided({ decision }: DecisionRecord): Block[] {
  const {
    votes,
    reasons,
    confirmation,
    standstill,
    standstillHeldUntil,
    published,
    representations,
    superseded,
    returned,
  } = decision
  return [
    heading('The decision'),
    ...list(
      votes.map(({ tally, countedAt }) => {
        const given = Object.entries(tally.votes).map(([option, count]) => `${option} ${count}`)
        return `${happened(countedAt)}: ${tookPart(tally)} of ${tally.members} took part: ${given.join(', ')}`
      }),
    ),
    ...(reasons.length > 0 ? [words('The panel’s reasons:'), ...list([...new Set(reasons)])] : []),
    ...list(returned.map(({ by, reasons, at }) => `${broughtBack[by]}, ${happened(at)}: ${reasons}`)),
    words(`Confirmed by the approver, ${happened(confirmation.at)}: ${confirmation.reasons}`),
    ...(standstill
      ? [
          words(
            `The standstill ended no earlier than ${told(standstill.ends)} (${standstill.citation}).${standstillHeldUntil === undefined ? '' : ` Because of the panel’s further decision it stayed open until ${told(standstillHeldUntil)}.`}`,
          ),
        ]
      : []),
    ...(published
      ? [
          words(
            `The notice of the intended award was published on the national platform on ${dayTold(published.on)}: ${published.reference}.`,
          ),
        ]
      : []),
    ...list(
      representations.map(({ at, receivedAt = at, afterAward, answer }) =>
        [
          `A representation was received, ${happened(receivedAt)}.`,
          ...(afterAward
            ? [`It was recorded after the award, ${happened(at)}: the award should have waited for it.`]
            : []),
          answer
            ? `${answered[answer.decision]}, ${happened(answer.at)}: ${answer.reasons}`
            : 'The panel has not answered it yet.',
        ].join(' '),
      ),
    ),
    ...list(
      superseded.map(
        ({ announcedAt, at, reason }) =>
          `Announced ${happened(announcedAt)}, but no longer in force from ${happened(at)}: ${reason}`,
      ),
    ),
  ]
}

const challenged = ({ challenges }: DecisionRecord, names: Names): Block[] =>
  challenges.length === 0
    ? []
    : [
        heading('Challenges to how the case was run'),
        ...list(
          challenges.map(({ practiceId, at, answer }) =>
            answer
              ? `${names(practiceId)}, ${happened(at)}: ${answer.finding}. ${answer.reasons}`
              : `${names(practiceId)}, ${happened(at)}: not answered yet.`,
          ),
        ),
      ]

function followed({ afterAward }: DecisionRecord): Block[] {
  if (!afterAward) return []
  const { milestones, goLiveOn, benefits } = afterAward
  const amounts = { oneOff: 'One-off costs', recurrent: 'Recurrent costs per year', savings: 'Savings per year' }
  return [
    heading('After the award'),
    ...list(
      milestones.map(({ milestone, reached }) =>
        reached
          ? `“${milestone}” was reached, ${happened(reached.at)}: ${reached.reasons}`
          : `“${milestone}” is under way`,
      ),
    ),
    ...(goLiveOn === undefined ? [] : [words(`Go-live date: ${dayTold(goLiveOn)}.`)]),
    ...(benefits
      ? [
          ...table(
            'What was promised and what was achieved',
            ['What', 'Promised', 'Achieved', 'Difference'],
            benefits.costs.map(({ name, promised, achieved = 0, difference = 0 }) => [
              amounts[name],
              pounds(promised),
              pounds(achieved),
              pounds(difference),
            ]),
          ),
          ...list([
            ...benefits.deliverables.map(
              ({ what, by, delivered }) => `${what} (by ${dayTold(by)}): ${delivered ?? 'not reviewed'}`,
            ),
            ...benefits.objectives.map(({ objective, achieved }) => `${objective} ${achieved ?? 'not reviewed'}`),
          ]),
        ]
      : []),
  ]
}
