import type { SaveState } from './autosave.ts'

const keptHere = (here: boolean): string =>
  here ? 'It is kept on this device' : 'This device cannot keep it: leave this page open until it is saved'

const because = {
  'no connection': 'no connection',
  'signed out': 'your sign-in has ended',
  trouble: 'the service is not responding',
}

export const words = {
  state: (state: SaveState, timeOf: (instant: string) => string): string => {
    switch (state.kind) {
      case 'untouched':
        return 'Nothing to save yet'
      case 'saving':
        return 'Saving…'
      case 'saved':
        return `Saved at ${timeOf(state.at)}`
      case 'clash':
        return 'Not saved: this was also changed elsewhere. Choose which version to keep'
      case 'refused':
        return `Not saved: ${state.detail} ${keptHere(state.here)}`
      case 'unsaved':
        return `Not saved: ${because[state.because]}. ${keptHere(state.here)}`
    }
  },
  signIn: 'Sign in again to save it',
  clash: {
    title: 'This was also changed elsewhere: in another tab, on another device, or by somebody who may write it too',
    here: 'Written here',
    elsewhere: 'Saved elsewhere',
    keepHere: 'Keep what is written here',
    keepElsewhere: 'Keep what was saved elsewhere',
    nothing: 'Nothing',
  },
} as const
