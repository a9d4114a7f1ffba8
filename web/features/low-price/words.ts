/** Everything that the page about low prices says. */
export const words = {
  title: 'Very low prices',
  none: 'No price is very low.',
  own: {
    title: 'Explain your price',
    intro: (price: string) =>
      `Your price of ${price} is low enough that the panel must ask about it. Explain how the service can be provided for this price. A tender is disregarded only if the explanation does not show that it can.`,
    due: (when: string) => `Explain it by ${when}.`,
    text: 'Your explanation',
    hint: 'For example, what you already own, how the work is organised, what you pay staff, and what is not included.',
    missing: 'Write your explanation',
    confirm: 'Send the explanation',
    done: 'Your explanation was sent.',
    sent: 'This is your explanation. The panel will decide on it.',
    late: 'The time to explain it has passed. The panel will decide on it.',
    nothing: 'You have not been asked about your price.',
  },
  price: (price: string, { median, expected }: { median?: string; expected?: string }) =>
    [
      price,
      ...(median === undefined ? [] : [`the median of all prices is ${median}`]),
      ...(expected === undefined ? [] : [`the business case expects costs of ${expected}`]),
    ].join('; '),
  explanation: 'How the bidder explains it',
  waiting: (due: string | undefined) =>
    `The bidder has been asked, but has not explained it yet.${due ? ` It can by ${due}. Then the panel decides.` : ''}`,
  unexplained: 'The bidder did not explain it in time.',
  judged: {
    accepted: 'Accepted: the tender is ranked with this price',
    disregarded: 'Disregarded: the tender is not ranked',
  },
  notAsked: 'The bidder does not have to explain it.',
  out: 'This tender was excluded for something else that was found when the prices were opened, so nothing is decided about its price.',
  setAside: (when: string) =>
    `Decided ${when}. It no longer counts, because a member who took part was later excluded for a conflict of interest. The panel decides again`,
  reasons: 'Reasons',
  tookPart: 'Took part',
  decide: {
    outcome: 'What did the panel decide?',
    accepted: 'Accept the price',
    disregarded: 'Disregard the tender, because the explanation does not show that it can be provided for this price',
    reasons: 'The reasons, as the bidder will read them',
    present: 'Who took part?',
    confirm: 'Record the decision',
    noOutcome: 'Choose what the panel decided',
    noReasons: 'Give the reasons',
    nobody: 'Choose who took part',
  },
}
