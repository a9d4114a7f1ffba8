import { entering } from '../step.ts'

/**
 * The market reads why before it tenders again, so it is not told what the members wrote with scores and prices before them
 * (decision 6): that stays on the record, and is disclosed with it.
 */
export const handler = entering('enter-tender', 'tender', { because: 'The panel decided to tender again.' })
