import Fraction from 'fraction.js'
import { basisInWords } from '../evaluation/basis.ts'
import { type Exact, exact, plain, rounded } from '../evaluation/exact.ts'
import { pounds } from '../evaluation/pounds.ts'
import { equalTotals } from '../evaluation/rank.ts'
import { type Block, facts, heading, link, list, type Paper, table, words } from '../paper/paper.ts'
import { priceBasis } from '../specification/template.ts'
import { dayTold } from '../time/day.ts'
import { happened, told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import type { Announced, Letter } from './decision.ts'

interface Told {
  /** Of the case. */
  title: string
  announcedAt: string
  /** As it was announced. */
  standstill?: Announced['standstill']
  /** Until when nothing is awarded, where that has become later since. */
  extended?: Instant
}

/** What a letter is told with: as it was announced, and what has moved since. @param notBefore while the standstill is open */
export function toldWith(
  title: string,
  { announcedAt, standstill, published }: Pick<Announced, 'announcedAt' | 'standstill' | 'published'>,
  notBefore?: Instant,
): Told {
  const ends = notBefore ?? published?.standstill?.ends
  const extended = standstill && ends !== undefined && ends > standstill.ends ? ends : undefined
  return { title, announcedAt, ...(standstill && { standstill }), ...(extended && { extended }) }
}

const outcomes: Record<Letter['outcome'], (winner: string) => string> = {
  'awarded to you': () => 'The panel has decided to award the contract to you, and the approver has confirmed it.',
  'awarded to another': (winner) =>
    `The panel has decided to award the contract to ${winner}, and the approver has confirmed it. Your tender was not successful.`,
  'not awarded': () => 'The panel has decided to award no contract, and the approver has confirmed it.',
}

/** A bidder's letter in words (requirements §7): its own marks with their reasons, the winner's, what would have scored more. */
export function letterPaper(letter: Letter, { title, announcedAt, standstill, extended }: Told): Paper {
  const nameOf = (organisationId: string) => letter.names[organisationId] ?? organisationId
  const winner = letter.winner === undefined ? '' : nameOf(letter.winner)
  return {
    title: `Your tender: ${title}`,
    about: `To ${nameOf(letter.organisationId)} · ${happened(announcedAt)}`,
    blocks: [
      ...aboutWhat(letter),
      heading('The outcome'),
      words(outcomes[letter.outcome](winner)),
      ...(letter.reasons.length > 0 ? [words('The panel’s reasons:'), ...list([...new Set(letter.reasons)])] : []),
      ...letter.withoutExcluded.map(words),
      ...(letter.tie === undefined ? [] : [words(tied(letter.tie))]),
      ...notCompliant(letter),
      ...ownMarks(letter),
      ...winnersMarks(letter, winner),
      ...(letter.wouldHaveScoredMore.length > 0
        ? [heading('What would have scored more'), ...list(letter.wouldHaveScoredMore)]
        : []),
      ...(standstill ? untilItIsAwarded(standstill, extended) : []),
      ...whomToAsk(letter),
    ],
    head: letter.head,
  }
}

/** By the rules of ties, in the order in which they are asked (evaluation/rank.ts). */
const tied = (by: string): string =>
  `Your tender and the successful one have equal totals. ${equalTotals} ${
    by === 'lot'
      ? 'In all of these the two are equal, so a lot decided. It was drawn from the random numbers that the bidders sealed in their price envelopes before the deadline, and anybody can draw it again from the record.'
      : `The successful tender comes first by ${by}.`
  }`

const notCompliant = ({ notCompliant: reasons }: Letter): Block[] =>
  reasons.length === 0 ? [] : [heading('Why your tender was not ranked'), ...list(reasons)]

/** What can be had for quality, and for the price: together 100. */
function mostOf(criteria: readonly { weight: Exact }[]): { quality: string; price: string } {
  const quality = criteria.reduce((sum, { weight }) => sum.add(weight), new Fraction(0))
  return { quality: plain(exact(quality)), price: plain(exact(new Fraction(100).sub(quality))) }
}

function ownMarks({ own, place, placed, reference }: Letter): Block[] {
  if (!own) return []
  const most = mostOf(own.criteria)
  return [
    heading('Your scores'),
    facts([
      ['Place', place === undefined ? undefined : `${place} of ${placed}`],
      ['Quality', `${rounded(own.quality)} of ${most.quality} points`],
      [
        'Price',
        own.price ? `${pounds(own.price.pence)}, ${rounded(own.price.points)} of ${most.price} points` : undefined,
      ],
      ['Total', `${rounded(own.total)} points`],
    ]),
    words(
      'Scores and points are calculated as exact fractions. They are shown here to two decimal places, so points worked out from a score as it is shown can differ a little.',
    ),
    ...(own.price ? [words(priceBasis)] : []),
    ...table(
      'Your scores by criterion',
      ['Criterion', 'Weight', 'Score out of 5', 'Points', 'How it was reached'],
      own.criteria.map(({ title, weight, score, points, basis, belowMinimum }) => [
        title,
        plain(weight),
        `${plain(score)}${belowMinimum ? ' (below the minimum)' : ''}`,
        rounded(points),
        basisInWords[basis],
      ]),
    ),
    ...(reference
      ? [
          words(
            'What each score from 0 to 5 means on each criterion, how the members’ scores make one, and how a price earns points, is in the tender as it was published.',
          ),
          link('The tender as it was published', `/api/public/cases/${reference.caseId}/tender`),
        ]
      : []),
    ...own.criteria.flatMap((mark) => why(`Reasons: ${mark.title}`, mark)),
  ]
}

/** What the panel agreed is why a score counts. What members had written before, each alone, is beside it, and may say another score. */
function why(title: string, { basis, agreed = [], reasons = [] }: Pick<Mark, 'basis' | 'agreed' | 'reasons'>): Block[] {
  if (agreed.length === 0) return reasons.length === 0 ? [] : [heading(title, 3), ...list(reasons)]
  return [
    heading(title, 3),
    words(
      basis === 'moderated'
        ? 'The members’ scores were far apart, so the panel discussed them. The score that it agreed counts, and why:'
        : 'The members’ scores were far apart, and no agreement of the panel counts, so the median of them does. Why:',
    ),
    ...list(agreed),
    ...(reasons.length === 0
      ? []
      : [words('What the members had written before, when each scored alone:'), ...list(reasons)]),
  ]
}

type Mark = NonNullable<Letter['winners']>['criteria'][number]

function winnersMarks({ winners }: Letter, winner: string): Block[] {
  if (!winners) return []
  const most = mostOf(winners.criteria)
  return [
    heading(`The scores of the successful tender, from ${winner}`),
    facts([
      ['Quality', `${rounded(winners.quality)} of ${most.quality} points`],
      ['Price', `${rounded(winners.pricePoints)} of ${most.price} points`],
      ['Total', `${rounded(winners.total)} points`],
    ]),
    ...table(
      'Its scores by criterion',
      ['Criterion', 'Weight', 'Score out of 5', 'Points', 'How it was reached'],
      winners.criteria.map(({ title, weight, score, points, basis }) => [
        title,
        plain(weight),
        plain(score),
        rounded(points),
        basis ? basisInWords[basis] : '',
      ]),
    ),
    ...winners.criteria.flatMap((mark) => {
      const title = `Why it scored so: ${mark.title}`
      if (!mark.withheld) return why(title, mark)
      return [
        heading(title, 3),
        words(
          'Its bidder marked its answer, or a document that belongs to it, as confidential, so the reasons are not given here.',
        ),
      ]
    }),
  ]
}

const aboutWhat = ({ reference }: Letter): Block[] =>
  reference
    ? [
        facts([
          ['Case', reference.caseId],
          ['From', reference.from],
          ['The panel decided', happened(reference.decidedAt)],
          ['The approver confirmed it', happened(reference.confirmedAt)],
        ]),
      ]
    : []

const untilItIsAwarded = (
  { begins, ends, citation }: NonNullable<Announced['standstill']>,
  extended: Instant | undefined,
): Block[] => [
  heading('Until the contract is awarded'),
  words(
    `The standstill begins on ${dayTold(begins)}. Nothing will be awarded before ${told(ends)} (${citation}). Until then you can object: sign in, open this case and make a representation. It will be considered and answered with reasons, and the contract will not be awarded before that. The standstill is longer where a representation is answered late in it, or the notice of the award is published elsewhere later; the portal says until when.`,
  ),
  ...(extended === undefined
    ? []
    : [
        words(
          `Since this letter was written the standstill has become longer: nothing is awarded before ${told(extended)}.`,
        ),
      ]),
]

const whomToAsk = ({ reference }: Letter): Block[] =>
  reference
    ? [
        heading('If you have a question'),
        words(
          `Write to the programme manager${reference.from ? ` of ${reference.from}` : ''}, and quote the case ${reference.caseId}.`,
        ),
      ]
    : []
