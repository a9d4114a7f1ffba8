export const words = {
  title: 'What each practice did',
  intro: (cases: number) =>
    `How often each practice nominated somebody, said that it would not, did not answer or still has time to, and how many members of panels it had; in the ${cases === 1 ? 'last case' : `last ${cases} cases`}.`,
  caption: 'Each practice’s part, case by case together',
  empty: 'No practice has been invited to a case yet.',
  columns: {
    practice: 'Practice',
    invited: 'Invited',
    nominated: 'Nominated',
    declined: 'Declined',
    silent: 'Did not answer',
    asked: 'Still has time',
    picture: 'As a picture',
    seats: 'Members of panels',
  },
}
