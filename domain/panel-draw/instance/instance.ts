import * as z from '../../zod.ts'

const attribute = z.union([z.string(), z.number(), z.boolean()], 'must be a text, a number, or true or false')

const whole = (least: number) => {
  const must = `must be a whole number, ${least} or more`
  return z.int(must).min(least, must)
}

/** People alike: `count` of them (1 where it is not said), and any attributes. */
const rowSchema = z.record(z.string(), attribute).superRefine(({ count = 1 }, context) => {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0)
    context.addIssue({ code: 'custom', path: ['count'], message: 'must be a whole number of people, 0 or more' })
})
export type Row = z.infer<typeof rowSchema>

/** How many members of a panel may have this feature of this category, at least and at most. */
const quotaSchema = z.strictObject({
  category: z.string('must be the name of an attribute').min(1, 'must be the name of an attribute'),
  feature: attribute,
  min: whole(0),
  max: whole(0),
})

const QUOTAS = 'must be a list of quotas, each such as {"category": "profession", "feature": "gp", "min": 3, "max": 7}'

const MOST_PEOPLE = 20_000

/** What panels are drawn from, and what each must fulfil. */
export const instanceSchema = z
  .strictObject({
    panelSize: whole(1).max(MOST_PEOPLE, `must be ${MOST_PEOPLE} or less`),
    pool: z.array(rowSchema, 'must be a list of rows'),
    /** Who sits already, where a vacancy is filled: they count towards size and quotas, and take their place (`atMostOnePer`). */
    sitting: z.array(rowSchema, 'must be a list of rows').optional(),
    quotas: z.array(quotaSchema, QUOTAS).default([]),
    /** An attribute: at most one member for each value of it, such as their practice. */
    atMostOnePer: z.string().optional(),
    /** An attribute: chances are fair between its values first, and then between persons. Without it, between persons. */
    fairBetween: z.string().optional(),
    /** Pairs of rows of the pool, numbered from 0, whose people never sit together. */
    apart: z.array(z.tuple([whole(0), whole(0)], 'must be the numbers of two rows')).default([]),
  })
  .superRefine((instance, context) => {
    const { pool, sitting = [], quotas, apart } = instance
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const counted = (rows: Row[]) => rows.reduce((sum, row) => sum + Number(row['count'] ?? 1), 0)
    const people = counted(pool)
    if (counted(sitting) > MOST_PEOPLE)
      fault(['sitting'], `has ${counted(sitting)} people; at most ${MOST_PEOPLE} can sit`)
    if (people > MOST_PEOPLE) fault(['pool'], `has ${people} people; at most ${MOST_PEOPLE} can be drawn from`)
    for (const rule of ['atMostOnePer', 'fairBetween'] as const) {
      const name = instance[rule]
      if (name === undefined) continue
      pool.forEach((row, at) => {
        if (!Object.hasOwn(row, name)) fault(['pool', at], `has no “${name}”, which ${rule} asks for`)
      })
    }
    const known = new Set([...pool, ...sitting].flatMap((row) => Object.keys(row)))
    quotas.forEach(({ category, feature }, at) => {
      if (pool.length > 0 && !known.has(category)) fault(['quotas', at, 'category'], `nobody has a “${category}”`)
      if (quotas.findIndex((one) => one.category === category && String(one.feature) === String(feature)) !== at)
        fault(['quotas', at], `is a second quota for ${category} “${feature}”`)
    })
    apart.forEach(([one, other], at) => {
      for (const row of [one, other])
        if (row >= pool.length)
          fault(['apart', at], `there is no row ${row}: rows are numbered from 0 to ${pool.length - 1}`)
      if (one === other) fault(['apart', at], `row ${one} cannot be apart from itself`)
    })
  })
export type Instance = z.infer<typeof instanceSchema>
