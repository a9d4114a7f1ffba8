import Fraction from 'fraction.js'
import { exactSchema } from '../evaluation/exact.ts'
import { enteredPriceFormula } from '../evaluation/price-formula.ts'
import type { Fault } from '../refusal.ts'
import * as z from '../zod.ts'
import { keyCriterionNames, sectionNames, sections } from './template.ts'

/** Points on the scale of every criterion: 0 to 5. */
const SCALE_POINTS = 6
const MOST_CHARACTERS = 100_000

/** `12.5`, `25/2` or `1/3` as it is entered, kept as an exact fraction. */
export const enteredPoints = z
  .string()
  .trim()
  .regex(/^\d{1,3}(\.\d{1,6}|\/[1-9]\d{0,5})?$/, 'Enter a number of points such as 12.5')
  .transform((entered) => new Fraction(entered).toFraction())
  .pipe(exactSchema)

const text = (most: number) => z.string().trim().max(most, `Shorten this to ${most} characters`)

export const sectionsSchema = z.partialRecord(z.enum(sectionNames), text(20_000))

const criteria = <P extends z.ZodType<string>>(points: P) =>
  z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'Use lower-case letters, digits and hyphens'),
        title: text(200),
        question: text(2000),
        guidance: text(5000),
        weight: points,
        /** What earns 0, 1, 2, 3, 4 and 5. */
        scale: z.array(text(1000)).length(SCALE_POINTS, 'Describe each of the points 0 to 5'),
        /** A tender that scores less on it has no place. */
        minimum: z.int().min(0).max(5).optional(),
        serves: z.enum(keyCriterionNames, 'Say which key criterion it serves'),
      }),
    )
    .max(40)

const content = <P extends z.ZodType<string>>(points: P) =>
  z.strictObject({
    sections: sectionsSchema,
    criteria: criteria(points),
    priceShare: points,
    priceFormula: enteredPriceFormula(points),
  })

export const criteriaSchema = criteria(exactSchema)

/** A version as it is kept: weights and price share are exact fractions. */
export const contentSchema = content(exactSchema)
export type Content = z.infer<typeof contentSchema>
export type Criterion = Content['criteria'][number]

/** A version as it may be sent: it can be unfinished, but every part of it has its form. */
export const enteredContentSchema = content(enteredPoints)
  .superRefine(({ criteria }, context) => {
    const seen = new Set<string>()
    criteria.forEach(({ id }, index) => {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: ['criteria', index, 'id'],
          message: 'Another criterion has this identifier',
        })
      seen.add(id)
    })
  })
  .refine(
    (entered) => JSON.stringify(entered).length <= MOST_CHARACTERS,
    `A specification can hold up to ${MOST_CHARACTERS} characters`,
  )

/** The weights of all criteria and the price share, exactly. */
export const totalPoints = ({ criteria, priceShare }: Content): Fraction =>
  criteria.reduce((sum, { weight }) => sum.add(weight), new Fraction(priceShare))

/** Everything that is missing before the panel can approve it; none when it is complete. */
export function missingFrom(content: Content): Fault[] {
  const { criteria } = content
  const total = totalPoints(content)
  return [
    ...sectionNames
      .filter((section) => !content.sections[section])
      .map((section) => ({ path: ['sections', section], message: `Write the section “${sections[section].title}”` })),
    ...(criteria.length === 0 ? [{ path: ['criteria'], message: 'Enter at least one criterion' }] : []),
    ...criteria.flatMap((criterion, index) => [
      ...(['title', 'question', 'guidance'] as const)
        .filter((field) => criterion[field] === '')
        .map((field) => ({ path: ['criteria', index, field], message: `Enter the ${field} of this criterion` })),
      ...criterion.scale.flatMap((description, point) =>
        description === ''
          ? [{ path: ['criteria', index, 'scale', point], message: `Describe what earns ${point}` }]
          : [],
      ),
      ...(new Fraction(criterion.weight).equals(0)
        ? [{ path: ['criteria', index, 'weight'], message: 'Enter a weight above 0' }]
        : []),
    ]),
    ...(total.equals(100)
      ? []
      : [
          {
            path: ['criteria'],
            message: `The weights and the price share must add up to exactly 100. They add up to ${total.toFraction(true)}`,
          },
        ]),
  ]
}
