import type { Exact } from '../../../domain/evaluation/exact.ts'

/** Everything that the ranking page says. */
export const words = {
  title: 'The ranking',
  intro: (when: string) =>
    `Reckoned exactly, with fractions, on ${when}. Open a tender to see every term of its total.`,
  columns: { place: 'Place', tender: 'Tender', total: 'Total', quality: 'Quality', price: 'Price' },
  noPlace: 'None',
  terms: (tender: string) => `How the total of ${tender} comes about`,
  tableTerms: {
    criterion: 'Criterion',
    weight: 'Weight',
    score: 'Score',
    of: 'of 5',
    points: 'Points',
    basis: 'Where the score comes from',
  },
  bases: {
    moderated: 'Agreed in moderation',
    median: 'Median: no agreement came',
    mean: 'Mean of the members’ scores',
  },
  exact: (rounded: string, exact: Exact) => (exact.includes('/') ? `${rounded} (exactly ${exact})` : exact),
  notRanked: 'Not ranked',
  leftOut: 'Members left out for all tenders, because they had not finished in time',
  excludedBefore: (members: number) =>
    `${members === 1 ? 'A member who had scored was' : `${members} members who had scored were`} excluded for a conflict of interest before the tenders were ranked. Those scores of all tenders are set aside.`,
  setAside: 'What was agreed with them counts no more; what the others gave stands instead:',
  ties: 'Equal totals',
  seed: (sequence: number, hash: string) =>
    `The lot, if one is needed, is drawn from the record as it stood before the prices were opened: number ${sequence}, ${hash}.`,
  without: {
    title: 'The result without a member who had to leave',
    body: (who: string) =>
      `${who} had to leave the panel after the tenders were ranked. The ranking above stands on the record; this is the result without their scores, and without what they took part in agreeing.`,
    changes: 'Another tender comes first.',
    same: 'The same tender comes first.',
  },
  robust: 'How robust the ranking is',
  weights: 'Weights, now and where the winner changes',
  weight: { what: 'Weight', now: 'Now', changed: 'Where the winner changes', price: 'Price' },
  withoutOne: 'The first without each member',
  withoutColumns: { member: 'Without', kept: 'Their own scores', setAside: 'And what they took part in agreeing' },
  agreement: 'Agreement between the members, by criterion',
  agreementColumns: { criterion: 'Criterion', alpha: 'Krippendorff’s alpha (by order)' },
  unknown: 'Cannot be told',
  scorers: 'How each member scores beside the others',
  scorerColumns: { member: 'Member', by: 'Points of the scale above the others’ mean', unusual: 'Unlike the others' },
  unusual: 'Yes',
  usual: 'No',
  asTable: 'The same as a table',
}
