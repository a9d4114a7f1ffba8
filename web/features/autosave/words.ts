import type { SaveState } from './autosave.ts'

export const words = {
  state: (state: SaveState, timeOf: (instant: string) => string): string => {
    switch (state.kind) {
      case 'untouched':
        return 'Nothing written yet'
      case 'saving':
        return 'Saving…'
      case 'saved':
        return `Saved at ${timeOf(state.at)}`
      case 'refused':
        return `Not saved: ${state.detail} What you typed is kept on this device.`
      case 'unsaved':
        return {
          'no connection': 'Not saved: no connection. It is kept on this device',
          'signed out': 'Not saved: your sign-in has ended. It is kept on this device',
          trouble: 'Not saved: the service is not responding. It is kept on this device',
        }[state.because]
    }
  },
  signIn: 'Sign in again to save it',
} as const
