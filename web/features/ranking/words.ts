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
  since: {
    title: 'A member had to leave after the tenders were ranked',
    body: (who: string) =>
      `${who} had to leave the panel because of a conflict of interest. Their scores are set aside, and so is what they helped to agree. The ranking above is the result without them, and only that can be awarded on.`,
    changes: 'Without them, another tender comes first, or none does.',
    same: 'Without them, the same tender comes first.',
    tooFew: (scoring: number, quorum: number) =>
      `The scores of ${scoring === 1 ? 'one member' : `${scoring} members`} count now, and a contract is only awarded on those of ${quorum} or more. The panel can decide to tender again, or to award no contract.`,
    asMade: 'As the ranking was made, with them:',
  },
  rulings: {
    title: 'A ruling on a tender was made by somebody who was excluded afterwards',
    ruled: {
      excluded: 'that it does not comply',
      'let in': 'that it complies',
      disregarded: 'that it is disregarded for its very low price',
      accepted: 'that its very low price is accepted',
    },
    one: (tender: string, ruled: string, who: string) =>
      `${tender}: ${who} had ruled ${ruled}, and had a conflict of interest, which came to light once the ruling had taken effect. The ruling stands.`,
    consider:
      'Consider, before you decide, whether the result can rest on it. If it cannot, the service can be put out to tender again.',
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
