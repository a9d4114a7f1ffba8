import { randomBytes } from 'node:crypto'
import { commitToDraw } from '../../../domain/panel-draw/decide.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'commit-to-the-draw',
  (theCase, { attempt }, circumstances) =>
    commitToDraw(theCase, { attempt, salt: randomBytes(16).toString('hex') }, circumstances),
  { load: ['draws'] },
)
