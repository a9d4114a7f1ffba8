import { chosen } from '../../../domain/tender/few-tenders.ts'
import { entering } from '../step.ts'

export const handler = entering('enter-specification', 'specification', (theCase) =>
  `The panel changes what it asks for. ${chosen(theCase)?.reasons ?? ''}`.trim(),
)
