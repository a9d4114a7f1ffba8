import { howFarTheDrawIs } from '../../../domain/panel-draw/how-far.ts'
import { attending } from '../step.ts'

export const handler = attending('attend-to-the-draw', ['pool', 'contributions', 'draw', 'reveals', 'numbers'], {
  answered: (theCase) => ({ draw: howFarTheDrawIs(theCase) }),
})
