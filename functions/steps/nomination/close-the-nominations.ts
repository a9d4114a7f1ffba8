import { stepNomination } from '../../../domain/nomination/decide.ts'
import { deciding } from '../step.ts'

export const handler = deciding('close-the-nominations', (theCase, { attempt }, circumstances) =>
  stepNomination(theCase, { type: 'CloseNomination', attempt }, circumstances),
)
