import { chosen } from '../../../domain/tender/few-tenders.ts'
import { entering } from '../step.ts'

export const handler = entering('enter-tender', 'tender', (theCase) =>
  `The panel asks again. ${chosen(theCase)?.reasons ?? ''}`.trim(),
)
