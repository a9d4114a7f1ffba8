export const words = {
  title: 'How each practice took part',
  intro: (cases: number) =>
    `How often each practice nominated somebody, said that it would not, did not answer or still has time to answer, and how many panel members it had, in the ${cases === 1 ? 'last case' : `last ${cases} cases`}. Practices that nominated least come first.`,
  caption: 'Each practice’s part in these cases',
  empty: 'No practice has been invited to a case yet.',
  columns: {
    practice: 'Practice',
    invited: 'Invited',
    nominated: 'Nominated',
    declined: 'Declined',
    silent: 'Did not answer',
    asked: 'Still has time',
    picture: 'As a chart',
    seats: 'Panel members',
  },
}
