import type { Exact } from '../../../domain/evaluation/exact.ts'

/** Everything that the ranking page says. */
export const words = {
  title: 'The ranking',
  intro: (when: string) =>
    `Calculated exactly, using fractions, on ${when}. Open a tender to see every term of its total, and the fractions.`,
  columns: { place: 'Place', tender: 'Tender', total: 'Total', quality: 'Quality', price: 'Price' },
  noPrice: 'Not counted',
  noWinner: 'None',
  terms: (tender: string) => `How the total of ${tender} is made up`,
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
    median: 'Median: no agreement stands',
    mean: 'Mean of the members’ scores',
  },
  exact: (rounded: string, exact: Exact) => (exact.includes('/') ? `${rounded} (exactly ${exact})` : exact),
  notRanked: 'Not ranked',
  leftOut: 'Members left out for all tenders, because they had not finished in time',
  excludedBefore: (members: number) =>
    `${members === 1 ? 'A member who had scored was' : `${members} members who had scored were`} excluded for a conflict of interest. Those scores of all tenders are set aside.`,
  setAside: 'What was agreed with them counts no more; what the others gave stands instead:',
  ties: 'Equal totals',
  lot: 'A lot, if one is needed, is drawn from random numbers that the bidders sealed in their price envelopes before the deadline. Nobody knew them all before the prices were opened.',
  numbers: 'The numbers of the lot',
  numberOf: (name: string, number: string) => `${name}: ${number}`,
  seed: (hash: string) => `All of them together: ${hash}`,
  without: {
    title: 'The result without a member who had to leave',
    body: (who: string) =>
      `${who} had to leave the panel after the tenders were ranked. The ranking above stands on the record; this is the result without their scores, and without what they helped to agree.`,
    changes: 'Another tender comes first.',
    same: 'The same tender comes first.',
  },
  asMade: {
    title: 'The ranking as it was made',
    body: (who: string) =>
      `${who} had to leave the panel after the tenders were ranked. The panel decided by the result without their scores, and without what they helped to agree: that is the ranking above. With them, it was this.`,
  },
  robust: 'How robust the ranking is',
  weights: 'Weights now, and where the winner changes',
  weight: { what: 'Weight', now: 'Now', changed: 'Where the winner changes', price: 'Price' },
  withoutOne: 'Winner if each member is left out',
  withoutColumns: {
    member: 'Member left out',
    kept: 'Without their own scores',
    setAside: 'Also without what they helped to agree',
  },
  agreement: 'Agreement between the members, by criterion',
  agreementColumns: { criterion: 'Criterion', alpha: 'Agreement: 1 is full, 0 is chance' },
  unknown: 'Cannot be calculated',
  scorers: 'How each member’s scores compare with the others’',
  scorerColumns: { member: 'Member', by: 'Average points above the other members', unusual: 'Unusual' },
  scorersOfTender: 'Tenders that a member scored unlike the others did',
  scorersOfTenderHint:
    'Beyond how that member scores in general. It is no reproach: it says whose reasons are worth reading again.',
  scorerOfTenderColumns: { member: 'Member', tender: 'Tender', by: 'Average points above or below the others' },
  unusual: 'Yes',
  usual: 'No',
  asTable: 'Show as a table',
}
