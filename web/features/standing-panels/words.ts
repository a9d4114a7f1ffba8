export const words = {
  title: 'The panels of the areas',
  intro:
    'A panel can be drawn for an area and a term, and then serves every case of the area that begins within the term. Conflicts are checked for each case, and vacant seats are drawn for it alone.',
  empty: 'No panel has been drawn for an area yet: each was drawn for one case.',
  serves: (from: string, until: string, over: boolean) =>
    over ? `It served from ${from} until the ${until}.` : `It serves from ${from} until the ${until}.`,
  members: (area: string) => `The members of the panel for ${area}`,
  columns: {
    person: 'Member',
    practice: 'Practice',
    cases: 'Cases served',
    meetings: 'Meetings attended',
  },
  of: (some: number, all: number) => `${some} of ${all}`,
  noMeetings: 'None held yet',
  cases: 'Its cases',
  sat: (title: string, sat: number, members: number) =>
    sat === members
      ? `${title}: all ${members} sit on it`
      : `${title}: ${sat} of the ${members} sit on it, the others had a conflict, declined or left`,
} as const
