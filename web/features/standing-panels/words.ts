export const words = {
  title: 'Panels for areas',
  intro:
    'A panel can be drawn for an area and a term. It then serves every case in the area that begins within the term. Conflicts are checked for each case, and vacant seats are drawn for that case alone.',
  empty: 'No panel has been drawn for an area yet. So far, each panel was drawn for one case.',
  serves: (from: string, until: string, over: boolean) =>
    over ? `It served from ${from} until ${until}.` : `It serves from ${from} until ${until}.`,
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
      : `${title}: ${sat} of the ${members} sit on it. The others had a conflict, declined or left`,
} as const
