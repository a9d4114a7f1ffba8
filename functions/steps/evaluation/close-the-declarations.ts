import { closeDeclarations } from '../../../domain/renewal/decide.ts'
import { deciding } from '../step.ts'

export const handler = deciding('close-the-declarations', (theCase, { attempt }, circumstances) =>
  closeDeclarations(theCase, { attempt }, circumstances),
)
