import { entering } from '../step.ts'

/** Nothing of the panel's reasons, which speak of who tendered: the market reads this before it tenders again (decision 6). */
export const handler = entering('enter-specification', 'specification', {
  because: 'The panel changes what it asks for.',
})
