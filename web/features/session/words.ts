export const words = {
  offline:
    'You have no connection. You can carry on with what is on this page, and what you type is kept. To send it, wait until the connection is back.',
  old: 'The service cannot be reached at the moment. What you see may be out of date. What you type is kept. The page will update itself when the connection is back.',
  signIn: 'Sign in',
  done: 'Done',
  signOut: 'Sign out',
  signingIn: 'Signing you in…',
  ended: {
    title: 'Your sign-in has ended',
    detail:
      'For your security, a sign-in lasts for a limited time. What you typed is kept in this tab. Sign in again to continue.',
  },
  signInAgain: 'Sign in again',
  unreached: {
    in: {
      title: 'You could not be signed in',
      detail:
        'The sign-in service cannot be reached. Check your connection, then sign in again. Nothing you typed is lost.',
    },
    out: {
      title: 'You are signed out on this computer only',
      detail:
        'The sign-in service could not be reached. If others use this computer, close the browser, or sign in and out again when the connection is back.',
    },
  },
  notSignedIn: {
    title: 'Sign in to see this page',
    titled: (page: string) => `${page.replace(/\?$/, '')}: sign in to see this page`,
    detail: 'This page is for the people who take part in the selection panels, and for providers who tender.',
  },
  failed: {
    title: 'You could not be signed in',
    detail: 'The sign-in was stopped or took too long. Nothing was changed.',
  },
} as const
