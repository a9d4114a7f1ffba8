export const words = {
  success: 'Done',
  loading: 'Loading…',
  service: 'Redesign Panels',
  footer:
    'Selection panels for the redesign of health services: fairly formed, open to anyone to check, decided on the record.',
  home: { link: 'Home' },
  board: { link: 'Programme board' },
  reports: { link: 'Reports' },
  audit: { link: 'Audit' },
  register: { link: 'Register' },
  proposals: { link: 'Proposals' },
  tenders: { link: 'Open tenders' },
  interests: { link: 'My interests' },
  notFound: {
    title: 'Page not found',
    detail: 'If you typed the address, check that it is right. If you followed a link, the page may have moved.',
    home: 'Go to the home page',
  },
  unfetched: {
    title: 'Sorry, this page is not working at the moment',
    detail:
      'It could not be loaded. Check your connection. Nothing you typed in a form is lost. Try again in a moment.',
  },
  trouble: {
    title: 'Sorry, there is a problem with this page',
    detail:
      'It is not your connection, and nothing you did. What you typed in a form is kept. Try again, or go to the home page. If it happens again, tell the programme manager which page it was.',
  },
  again: 'Try again',
  titled: (page: string) => `${page} – Redesign Panels`,
} as const
