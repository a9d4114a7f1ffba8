import type { Kind } from '../../../workflows/pictures/picture.ts'

const kinds: Record<Kind, string> = {
  step: 'Step',
  ask: 'Waits for people',
  'hand-over': 'Moves to the next stage',
  choice: 'Choice',
  wait: 'Waits for a time',
  pass: 'Step',
  group: 'Several at once',
  end: 'End',
}

export const words = {
  title: 'The workflow',
  stage: 'Show the stage',
  about: (stage: string) => `The workflow of the stage “${stage}”, with the path this case has taken.`,
  here: 'Now',
  done: 'Done',
  notYet: 'Not taken',
  list: 'The workflow as a list',
  none: 'This stage has no workflow yet.',
  key: 'Blue with a tick: taken, as far as the record shows. Yellow: where the case is now.',
  movedOn: 'A step ends early if the case is withdrawn, paused or sent back. Those paths are not drawn.',
  kinds,
} as const
