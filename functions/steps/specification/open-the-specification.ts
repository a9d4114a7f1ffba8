import { openSpecification } from '../../../domain/specification/step.ts'
import { deciding } from '../step.ts'

export const handler = deciding('open-the-specification', (theCase, { attempt }, circumstances) =>
  openSpecification(theCase, { attempt }, circumstances),
)
