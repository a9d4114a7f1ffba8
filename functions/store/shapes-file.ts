import { digest } from '../../domain/record/chain.ts'
import * as z from '../../domain/zod.ts'
import { schemas } from './nouns.ts'

/** What `shapes.ts` should say: of each noun, a hash of all that its schema asks for, as JSON Schema. */
export const shapesFile =
  (): string => `// Written by \`npm run shapes\`: what each noun looks like in the table, as a hash of its schema.
export const shapes = {
${Object.entries(schemas)
  .map(([noun, schema]) => `  ${noun}: '${digest(shapeOf(schema)).slice(0, 12)}',\n`)
  .join('')}}
`

const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
