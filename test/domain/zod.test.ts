import { describe, expect, test } from 'vitest'
import * as zod from 'zod'
import * as z from '../../domain/zod.ts'

/** The same schema, by Zod and by ours. */
const proposal = (of: typeof zod) => {
  const person = of.object({ name: of.string().trim().min(1, 'Name them'), role: of.enum(['gp', 'nurse']) })
  const common = { at: of.iso.date(), by: person.omit({ role: true }).extend({ age: of.int().optional() }) }
  return of
    .discriminatedUnion('status', [
      of.object({ status: of.literal('draft'), ...common, notes: of.array(of.string()).default([]) }),
      of.strictObject({ status: of.literal('sent'), ...common, votes: of.record(of.string(), person.shape.role) }),
    ])
    .superRefine((value, context) => {
      if (value.at < '2026') context.addIssue({ code: 'custom', path: ['at'], message: 'Too early' })
    })
}
const ours = proposal(z as unknown as typeof zod)
const theirs = proposal(zod)

describe('a schema that is made when it is first asked', () => {
  test.each([
    { status: 'draft', at: '2026-02-01', by: { name: '  Ann ', role: 'gp' }, unknown: 1 },
    { status: 'sent', at: '2026-02-01', by: { name: 'Ann', age: 41 }, votes: { a: 'nurse' } },
    { status: 'sent', at: '2025-02-01', by: { name: ' ', age: 1.5 }, votes: { a: 'cook' }, more: 1 },
    { status: 'lost' },
    'nothing',
  ])('says of %j what Zod says', (value) => {
    const said = ours.safeParse(value)
    expect({ data: said.data, issues: said.error?.issues }).toEqual({
      data: theirs.safeParse(value).data,
      issues: theirs.safeParse(value).error?.issues,
    })
  })

  test('describes itself as Zod does, and is one of its schemas', () => {
    expect(z.toJSONSchema(ours)).toEqual(zod.toJSONSchema(theirs))
    expect(z.object({}) instanceof zod.ZodObject).toBe(true)
  })

  test('gives the parts that it was made of', () => {
    expect(z.object({ a: z.string(), b: z.int() }).pick({ a: true }).shape.a.parse('text')).toBe('text')
    expect(z.array(z.literal('a')).element.value).toBe('a')
    const [first] = z.discriminatedUnion('is', [z.object({ is: z.literal('a') })]).options
    expect(first.shape.is.value).toBe('a')
  })

  test('is not made before, whatever is made of it', () => {
    const refined = z.object({ a: z.string() }).refine(() => true)
    // Zod refuses to leave anything out of what was refined.
    const wrong = z.object({ in: refined.omit({ a: true }).optional() })
    expect(() => wrong.parse({})).toThrow('refinements')
  })
})

describe('what a schema has no words of its own for is told in plain ones', () => {
  type Asked = Pick<zod.ZodType, 'safeParse'>
  const of = (schema: Asked, value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim())

  test.each<[string, Asked, unknown]>([
    ['name is missing', z.object({ name: z.string() }), {}],
    ['must be a text', z.string(), 5],
    ['must be a whole number', z.int(), 1.5],
    ['must be a list', z.array(z.string()), {}],
    ['must be an object with fields', z.object({}), []],
    ['must be “gp” or “nurse”', z.enum(['gp', 'nurse']), 'cook'],
    ['is empty', z.string().min(1), ''],
    ['must have 3 characters or less', z.string().max(3), 'four'],
    ['must have exactly 2 items', z.array(z.int()).length(2), [1]],
    ['must be 4 or more', z.number().min(4), 3],
    ['must be a date, such as 2026-01-31', z.iso.date(), '31 January'],
    ['has no such field as “more”', z.strictObject({}), { more: 1 }],
    ['status must be “draft” or “sent”', ours, { status: 'lost' }],
    ['has none of the forms that it can have', z.union([z.string(), z.int()]), true],
  ])('%s', (words, schema, value) => expect(of(schema, value)).toEqual([words]))
})
