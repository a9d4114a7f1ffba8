export const words = {
  success: 'Done',
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
  trouble: {
    title: 'Sorry, this page is not working at the moment',
    detail:
      'Check your connection. Nothing was changed, and nothing you typed in a form is lost. Try again in a moment.',
    again: 'Try again',
  },
  titled: (page: string) => `${page} – Redesign Panels`,
} as const
