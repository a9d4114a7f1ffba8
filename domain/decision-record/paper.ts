import Fraction from 'fraction.js'
import { type Exact, rounded } from '../evaluation/exact.ts'
import { pounds } from '../evaluation/pounds.ts'
import { type Block, facts, heading, link, list, type Paper, table, words } from '../paper/paper.ts'
import { areas } from '../proposal/areas.ts'
import { dayTold, told } from '../time/deadline.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { tookPart } from '../vote/count.ts'
import type { DecisionRecord } from './record.ts'

/** Of practices, organisations and panel members, by identifier. */
type Names = (id: string) => string

const plain = (value: Exact): string => rounded(value).replace(/\.?0+$/, '')
const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`

/** The day on which something happened; when exactly, the data says. */
const day = (at: Instant): string => dayTold(londonDate(at))

const stages: Record<DecisionRecord['story'][number]['stage'], string> = {
  submission: 'Submission',
  nomination: 'Nomination',
  'panel-formation': 'Panel formation',
  specification: 'Specification',
  tender: 'Tender',
  evaluation: 'Evaluation',
  decision: 'Decision',
  'after-award': 'After the award',
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
      ...few(record),
      ...ranked(record, names),
      ...moderated(record, names),
      ...robust(record, names),
      ...excludedSince(record, names),
      ...decided(record),
      ...challenged(record, names),
      ...followed(record),
      heading('The record itself'),
      words(
        'Everything that was done in this case is recorded in a hash chain. Its head is quoted below. With it, anybody can check later whether the record was changed.',
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
    facts([
      ['Outcome', outcomes[how]],
      ['Announced', told(decision.announcedAt)],
      ['Awarded', decision.awardedAt === undefined ? undefined : told(decision.awardedAt)],
    ]),
    ...table(
      'The stages of the case',
      ['Stage', 'Entered', 'Left'],
      story.map(({ stage, entered, left }) => [stages[stage], day(entered), left ? day(left) : 'Under way']),
    ),
  ]
}

function proposed({ proposal }: DecisionRecord, names: Names): Block[] {
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
    ...list(consulted.map(({ who, when, said, changed }) => `${who}, ${when}: ${said} What changed: ${changed}`)),
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

function checked({ conflicts }: DecisionRecord): Block[] {
  const { cleared, managed, barred, ineligible } = conflicts
  return [
    heading('Conflicts of interest'),
    words(
      `${many(conflicts.checked, 'person', 'people')} were checked, repeatedly, as the case went on: ${conflicts.clear} clear, ${cleared} cleared with reasons, ${managed} managed, ${barred} barred, ${ineligible} not eligible.`,
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
      `Draw ${draw} (${status}): one of ${panels} equally likely panels, from a pool of ${pool}. Its commitment, published beforehand: ${commitment}.`,
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

function few({ fewTenders }: DecisionRecord): Block[] {
  if (!fewTenders) return []
  const { tenders, choice, reasons, members, at } = fewTenders
  return [
    heading('Fewer than two tenders were received'),
    words(
      `${tenders === 0 ? 'Nobody tendered.' : 'One provider tendered.'} The panel chose, with ${many(members, 'member')} taking part (${told(at)}): ${choice}. ${reasons}`,
    ),
  ]
}

function ranked(record: DecisionRecord, names: Names): Block[] {
  const { ranking, notRanked, criteria, leftOut } = record
  const titleOf = (id: string) => criteria.find((one) => one.id === id)?.title ?? id
  return [
    heading('The ranking'),
    ...('ties' in record ? [] : [words('No tender was scored, and no price was opened.')]),
    ...table(
      'Places and totals',
      ['Tender', 'Place', 'Quality', 'Price', 'Total'],
      ranking.map(({ organisationId, place, quality, price, shown }) => [
        names(organisationId),
        place === undefined ? 'none' : String(place),
        rounded(quality),
        price ? `${pounds(price.pence)}: ${rounded(price.points)}` : '–',
        shown,
      ]),
    ),
    ...ranking.flatMap(({ organisationId, criteria: scores, terms }) => [
      heading(names(organisationId), 3),
      ...table(
        `Scores of ${names(organisationId)}`,
        ['Criterion', 'Score out of 5', 'How it was reached', 'Points'],
        scores.map(({ criterionId, score, basis, points }) => [
          titleOf(criterionId),
          plain(score),
          basis,
          rounded(points),
        ]),
      ),
      ...list(terms),
    ]),
    ...notRanked.flatMap(({ organisationId, reasons }) => [
      heading(`Not ranked: ${names(organisationId)}`, 3),
      ...list(reasons),
    ]),
    ...(leftOut > 0
      ? [words(`${many(leftOut, 'member')} had not finished scoring in time and were left out for all tenders.`)]
      : []),
    ...('ties' in record ? [...excludedBefore(record.excludedBefore, record, names), words(record.ties.rules)] : []),
  ]
}

function excludedBefore(
  { members, setAside }: Extract<DecisionRecord, { ties: unknown }>['excludedBefore'],
  { criteria }: DecisionRecord,
  names: Names,
): Block[] {
  if (members === 0) return []
  const titleOf = (id: string) => criteria.find((one) => one.id === id)?.title ?? id
  return [
    words(
      `${many(members, 'member')} had scored and ${members === 1 ? 'was' : 'were'} excluded for a conflict of interest before the tenders were ranked: their scores for all tenders are set aside.`,
    ),
    ...(setAside.length > 0
      ? [
          words('What the panel agreed with them no longer counts. The scores that the others gave stand instead:'),
          ...list(setAside.map((one) => `${names(one.organisationId)}, ${titleOf(one.criterionId)}`)),
        ]
      : []),
  ]
}

function moderated({ moderation, notAgreed, criteria }: DecisionRecord, names: Names): Block[] {
  const titleOf = (id: string) => criteria.find((one) => one.id === id)?.title ?? id
  return [
    ...(moderation.length + notAgreed.length > 0 ? [heading('Moderation')] : []),
    ...(moderation.length > 0
      ? [words('Where members’ scores were far apart, the panel discussed them. What it agreed, and why:')]
      : []),
    ...list(
      moderation.map(
        ({ organisationId, criterionId, score, reason }) =>
          `${names(organisationId)}, ${titleOf(criterionId)}: ${score}. ${reason}`,
      ),
    ),
    ...(notAgreed.length > 0 ? [words('Where the panel did not agree, so that the median stands, and why:')] : []),
    ...list(
      notAgreed.map(
        ({ organisationId, criterionId, reason }) => `${names(organisationId)}, ${titleOf(criterionId)}: ${reason}`,
      ),
    ),
  ]
}

function robust({ robustness, criteria }: DecisionRecord, names: Names): Block[] {
  if (!robustness) return []
  const { weights, withoutOne, agreement } = robustness
  const titleOf = (id: string | undefined) => criteria.find((one) => one.id === id)?.title ?? 'price'
  const sentence = {
    'no rival': () => 'There was no second tender to compare it with.',
    tied: (rival: string) => `The first tender and ${rival} have equal totals, and a rule for ties decided.`,
    never: () => 'The first tender would win whatever the weights.',
    changes: (rival: string, moved: string) =>
      `${rival} would come first if ${moved} points of weight were moved. This is the smallest such change:`,
  }
  const said =
    weights.outcome === 'changes'
      ? sentence.changes(names(weights.rival), rounded(weights.moved))
      : weights.outcome === 'tied'
        ? sentence.tied(names(weights.rival))
        : sentence[weights.outcome]()
  return [
    heading('How robust the result is'),
    words(said),
    ...(weights.outcome === 'changes'
      ? list(
          weights.changes.map(
            ({ criterionId, from, to }) => `${titleOf(criterionId)}: ${rounded(from)} to ${rounded(to)}`,
          ),
        )
      : []),
    words(
      withoutOne.change === 0
        ? `Leaving out any one of the ${withoutOne.members} members does not change the winner.`
        : `Leaving out one member would change the winner for ${withoutOne.change} of the ${withoutOne.members} members.`,
    ),
    ...(agreement.ordinal === undefined
      ? []
      : [
          words(
            `Agreement between members (Krippendorff’s alpha, ordinal; 1 is full agreement): ${new Fraction(agreement.ordinal).valueOf().toFixed(2)}.`,
          ),
        ]),
  ]
}

function excludedSince({ excludedSince: since }: DecisionRecord, names: Names): Block[] {
  if (!since) return []
  const many = since.members === 1 ? 'A member was' : `${since.members} members were`
  return [
    heading('The result without members excluded afterwards'),
    words(
      `${many} excluded after the tenders were ranked. The ranking stands as it was made. The panel and the approver also had this result before them, without those members’ scores and what they helped to agree:`,
    ),
    ...list(
      since.ranking.map(
        ({ organisationId, place, total }) =>
          `${names(organisationId)}: ${rounded(total)}${place === undefined ? ' (not ranked)' : ''}`,
      ),
    ),
  ]
}

const broughtBack = {
  approver: 'Returned by the approver',
  panel: 'Returned by the panel',
  exclusion: 'Decided again after an exclusion',
}

function decided({ decision }: DecisionRecord): Block[] {
  const { votes, reasons, confirmation, standstill, representations, superseded, returned } = decision
  return [
    heading('The decision'),
    ...list(
      votes.map(({ tally, countedAt }) => {
        const given = Object.entries(tally.votes).map(([option, count]) => `${option} ${count}`)
        return `${told(countedAt)}: ${tookPart(tally)} of ${tally.members} took part: ${given.join(', ')}`
      }),
    ),
    ...(reasons.length > 0 ? [words('The panel’s reasons:'), ...list([...new Set(reasons)])] : []),
    ...list(returned.map(({ by, reasons, at }) => `${broughtBack[by]}, ${told(at)}: ${reasons}`)),
    words(`Confirmed by the approver, ${told(confirmation.at)}: ${confirmation.reasons}`),
    ...(standstill
      ? [words(`The standstill ended no earlier than ${told(standstill.ends)} (${standstill.citation}).`)]
      : []),
    ...list(
      representations.map(({ at, answer }) =>
        answer
          ? `A bidder objected, ${told(at)}. The panel answered, ${told(answer.at)}: ${answer.decision}. ${answer.reasons}`
          : `A bidder objected, ${told(at)}.`,
      ),
    ),
    ...list(
      superseded.map(
        ({ announcedAt, at, reason }) =>
          `Announced ${told(announcedAt)}, but no longer in force from ${told(at)}: ${reason}`,
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
              ? `${names(practiceId)}, ${told(at)}: ${answer.finding}. ${answer.reasons}`
              : `${names(practiceId)}, ${told(at)}: not answered yet.`,
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
        reached ? `${milestone}: reached, ${told(reached.at)}. ${reached.reasons}` : `${milestone}: under way`,
      ),
    ),
    ...(goLiveOn === undefined ? [] : [words(`Go-live date: ${goLiveOn}.`)]),
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
              ({ what, by, delivered }) => `${what} (by ${by}): ${delivered ?? 'not reviewed'}`,
            ),
            ...benefits.objectives.map(({ objective, achieved }) => `${objective} ${achieved ?? 'not reviewed'}`),
          ]),
        ]
      : []),
  ]
}
