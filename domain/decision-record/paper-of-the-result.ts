import { basisInWords } from '../evaluation/basis.ts'
import { correctedInWords } from '../evaluation/corrected-in-words.ts'
import { rounded } from '../evaluation/exact.ts'
import { pounds } from '../evaluation/pounds.ts'
import { agreementInWords, shown } from '../evaluation/robustness/in-words.ts'
import { type RuledByExcluded, ruledInWords } from '../evaluation/ruled-by-excluded.ts'
import { outSince, tooFewScores } from '../evaluation/since-in-words.ts'
import { type Block, heading, list, table, words } from '../paper/paper.ts'
import { priceBasis } from '../specification/template.ts'
import { many, type Names, plain } from './in-words.ts'
import type { Result } from './record.ts'

/** Of the decision record, and of what the approver decides on: the ranking, what was moderated, and how robust the result is. */

export function ranked(record: Result, names: Names): Block[] {
  const { ranking, notRanked, criteria, leftOut } = record
  const titleOf = (id: string) => criteria.find((one) => one.id === id)?.title ?? id
  return [
    heading('The ranking'),
    ...('ties' in record ? [words(priceBasis)] : [words('No tender was scored, and no price was opened.')]),
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
          basisInWords[basis],
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
  { members, setAside }: Extract<Result, { ties: unknown }>['excludedBefore'],
  { criteria }: Result,
  names: Names,
): Block[] {
  if (members === 0) return []
  const titleOf = (id: string) => criteria.find((one) => one.id === id)?.title ?? id
  return [
    words(
      `${many(members, 'member')} had scored and ${members === 1 ? 'was' : 'were'} excluded for a conflict of interest: their scores for all tenders are set aside.`,
    ),
    ...(setAside.length > 0
      ? [
          words('What the panel agreed with them no longer counts. The scores that the others gave stand instead:'),
          ...list(setAside.map((one) => `${names(one.organisationId)}, ${titleOf(one.criterionId)}`)),
        ]
      : []),
  ]
}

export function moderated({ moderation, notAgreed, criteria }: Result, names: Names): Block[] {
  const titleOf = (id: string) => criteria.find((one) => one.id === id)?.title ?? id
  return [
    ...(moderation.length + notAgreed.length > 0 ? [heading('Moderation')] : []),
    ...(moderation.length > 0
      ? [words('Where members’ scores were far apart, the panel discussed them. What it agreed, and why:')]
      : []),
    ...list(
      moderation.map(
        ({ organisationId, criterionId, score, reason, ...more }) =>
          `${names(organisationId)}, ${titleOf(criterionId)}: ${score}. ${reason}${correctedInWords(more)}`,
      ),
    ),
    ...(notAgreed.length > 0
      ? [words('Where no agreement of the panel counts, so that the median stands, and why:')]
      : []),
    ...list(
      notAgreed.map(
        ({ organisationId, criterionId, reason, ...more }) =>
          `${names(organisationId)}, ${titleOf(criterionId)}: ${reason}${correctedInWords(more)}`,
      ),
    ),
  ]
}

export function robust({ robustness, criteria, moderation, ranking }: Result, names: Names): Block[] {
  if (!robustness) return []
  const placed = ranking.some(({ place }) => place !== undefined)
  const { weights, withoutOne, agreement } = robustness
  const { members, change, changeAgreementsSetAside } = withoutOne
  const titleOf = (id: string | undefined) => criteria.find((one) => one.id === id)?.title ?? 'price'
  const sentence = {
    'no rival': () => 'Fewer than two tenders have a place, so there was none to compare with.',
    tied: (rival: string) => `The first tender and ${rival} have equal totals, and a rule for ties decided.`,
    never: () => 'The first tender would win whatever the weights.',
    changes: (rival: string, moved: string) =>
      `${rival} would come first if ${moved} points of weight were moved. This is the smallest such change:`,
  }
  const said =
    weights.outcome === 'changes'
      ? sentence.changes(names(weights.rival), shown(weights.moved))
      : weights.outcome === 'tied'
        ? sentence.tied(names(weights.rival))
        : sentence[weights.outcome]()
  return [
    heading('How robust the result is'),
    words(said),
    ...(weights.outcome === 'changes'
      ? list(
          weights.changes.map(({ criterionId, from, to }) => `${titleOf(criterionId)}: ${shown(from)} to ${shown(to)}`),
        )
      : []),
    ...(members === 0
      ? [words('The scores of fewer than two members count, so no member could be left out.')]
      : [
          words(`Without the scores of one member, ${whoIsFirst(placed, change, members)}.`),
          ...(moderation.length === 0
            ? []
            : [
                words(
                  `Also without what was agreed with that member, so that the median of the others stands for it, ${whoIsFirst(placed, changeAgreementsSetAside, members)}.`,
                ),
              ]),
          words(agreementInWords(agreement)),
        ]),
  ]
}

/** @param placed whether a tender has a place with everybody's scores */
function whoIsFirst(placed: boolean, change: number, members: number): string {
  const of = change === 0 ? 'whichever member it is' : `for ${change} of the ${members} members`
  if (placed) return `${change === 0 ? 'the same tender comes first' : 'the first tender would not come first'}, ${of}`
  return `${change === 0 ? 'no tender has a place' : 'a tender would have a place'}, ${of}`
}

export function excludedSince({ excludedSince: since }: Result, names: Names): Block[] {
  if (!since) return []
  return [
    heading('The ranking as it was made, with members excluded afterwards'),
    words(
      `${outSince(since)} The decision rests on the result without their scores and what they helped to agree: every place, score and reason in this paper is of that result. As it was first made, the ranking was:`,
    ),
    ...list(
      since.asMade.map(
        ({ organisationId, place, total }) =>
          `${names(organisationId)}: ${rounded(total)}${place === undefined ? ' (not ranked)' : ''}`,
      ),
    ),
    ...(since.scoring < since.quorum ? [words(tooFewScores(since))] : []),
  ]
}

/**
 * Rulings on tenders that stand, of people who were excluded for a conflict of interest.
 * @param who of one ruling: by name, or how many
 */
export function ruledByExcludedBlocks<Ruling extends Pick<RuledByExcluded, 'organisationId' | 'ruled'>>(
  rulings: readonly Ruling[],
  names: Names,
  who: (ruling: Ruling) => string | number,
): Block[] {
  if (rulings.length === 0) return []
  return [
    heading('Rulings of people who were excluded afterwards'),
    ...list(rulings.map((one) => ruledInWords(one, names(one.organisationId), who(one)))),
  ]
}
