import { type Content, type Criterion, enteredContentSchema } from '../../../domain/specification/content.ts'
import { sectionNames } from '../../../domain/specification/template.ts'

export const criterion = (id: string, weight: string): Criterion => ({
  id,
  title: `Title of ${id}`,
  question: 'How will you do it?',
  guidance: 'Say how.',
  weight,
  scale: ['nothing', 'little', 'some', 'enough', 'well', 'better than asked'],
  serves: 'quality',
})

/** Complete: the weights and the price share are 100. */
export const content: Content = enteredContentSchema.parse({
  sections: Object.fromEntries(sectionNames.map((section) => [section, `What is said of ${section}.`])),
  criteria: [criterion('clinical', '42.5'), criterion('access', '85/3'), criterion('social', '25/6')],
  priceShare: '25',
  priceFormula: { kind: 'lowest-over-price' },
})
