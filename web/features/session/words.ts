export const words = {
  signIn: 'Sign in',
  done: 'Done',
  signOut: 'Sign out',
  signingIn: 'Signing you in',
  ended: {
    title: 'Your sign-in has ended',
    detail:
      'For your security a sign-in lasts for a limited time. What you typed is kept in this tab: sign in again to go on.',
  },
  signInAgain: 'Sign in again',
  notSignedIn: {
    title: 'Sign in to see this page',
    detail: 'This page is for the people who take part in the selection panels.',
  },
  failed: {
    title: 'You could not be signed in',
    detail: 'The sign-in was stopped or took too long. Nothing was changed.',
  },
} as const
