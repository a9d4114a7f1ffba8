import type { Interest } from '../../../domain/register/declaration.ts'

const kinds: Record<Interest['kind'], string> = {
  director: 'I am a director',
  partner: 'I am a partner',
  owner: 'I own it, or a part of it',
  member: 'I am a member',
  employee: 'I am employed there',
  'paid-adviser': 'I am paid to advise it',
  family: 'Somebody in my family has one of these ties',
  'business-partner': 'A business partner of mine has one of these ties',
  gift: 'I had a gift or hospitality from it',
  other: 'Something else',
}

export const words = {
  link: 'My interests',
  title: 'My interests',
  what: 'Say what ties you to organisations: what you own, run, work for or are paid by, and what your family does. Conflicts of interest are judged by this, and by nothing else you do here. It takes a minute.',
  status: {
    never: 'You have not declared anything yet.',
    current: (until: string) => `Your declaration holds until the ${until}.`,
    'expires soon': (until: string) =>
      `Your declaration expires at the ${until}. Look at it and declare it again, so that you can go on taking part.`,
    expired: (until: string) =>
      `Your declaration expired at the ${until}. Declare again before you accept a nomination or take part in a panel.`,
  },
  now: 'What you declare',
  none: 'Nothing yet.',
  remove: 'Remove',
  ended: (date: string) => `ended on ${date}`,
  add: {
    title: 'Add an interest',
    organisation: 'Organisation',
    choose: 'Choose an organisation',
    another: 'Another organisation',
    name: 'Its name',
    kind: 'What ties you to it?',
    chooseKind: 'Choose what ties you to it',
    share: 'How much of it do you own, in per cent? (optional)',
    shareHint: 'For example, 4.5',
    ended: 'When did it end? (leave empty if it lasts)',
    endedHint: 'For example, 27 3 2025',
    detail: 'In a few words (optional)',
    detailHint: 'For a gift or something else, say what it was.',
    confirm: 'Add',
  },
  like: (names: string) => `Names like this in the register: ${names}. If you mean one of them, choose it above.`,
  declare: 'Declare these interests',
  nothing: 'I have nothing to declare',
  declaring: 'One moment …',
  done: 'Your interests are declared. Thank you.',
  success: 'Done',
  backToNomination: 'Back to your nomination',
  suggested: 'What the register suggests',
  suggestedWhat:
    'Others entered this, or you declared it once and left it out since. Add it if it is true, with the date if it ended; or tell the programme manager that it is wrong.',
  past: 'What happened so far',
  faults: { title: 'There is a problem', detail: 'Nothing was changed. Correct what is listed, then go on.' },
  fault: {
    organisation: 'Choose an organisation, or enter its name',
    kind: 'Choose what ties you to it',
    share: 'Enter a share such as 4.5, above 0 and at most 100',
    date: 'Enter a real date, such as 27 3 2025',
    detail: 'Say in a few words what it is',
  },
  kinds,
} as const
