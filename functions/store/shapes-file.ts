import { digest } from '../../domain/record/chain.ts'
import * as z from '../../domain/zod.ts'
import { schemas } from './nouns.ts'
import { earlier, shapes } from './shapes.ts'

/** What `shapes.ts` should say: of each noun, a hash of all that its schema asks for, as JSON Schema; and those that it had before. */
export const shapesFile =
  (): string => `// Written by \`npm run shapes\`: what each noun looks like in the table, as a hash of its schema.
export const shapes = {
${named.map(([noun, schema]) => `  ${noun}: '${shapeOf(schema)}',\n`).join('')}}

/** What each looked like before: an item of a shape that is in neither was written by a newer version. */
export const earlier: Partial<Record<keyof typeof shapes, readonly string[]>> = {${lines(named.flatMap(([noun, schema]) => before(noun, shapeOf(schema))))}}
`

const named = Object.entries(schemas) as [keyof typeof schemas, z.ZodType][]

const shapeOf = (schema: z.ZodType): string =>
  digest(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).slice(0, 12)

const lines = (all: string[]): string => (all.length === 0 ? '' : `\n${all.join('')}`)

function before(noun: keyof typeof schemas, now: string): string[] {
  // A new noun had no shape before.
  const all = [...new Set([...(earlier[noun] ?? []), shapes[noun]])].filter((one) => one !== undefined && one !== now)
  return all.length === 0 ? [] : [`  ${noun}: ['${all.join("', '")}'],\n`]
}
