import { readFileSync } from 'node:fs'
import { organisationSchema, personSchema, practiceSchema } from '../../domain/locality/locality.ts'
import { Refusal } from '../../domain/refusal.ts'
import { declarationSchema } from '../../domain/register/declaration.ts'
import { instantSchema } from '../../domain/time/instant.ts'
import * as z from '../../domain/zod.ts'
import { awsDeps } from '../runtime/aws.ts'
import { loadLocality } from './load-locality.ts'

/**
 * `npm run register -- FILE`: puts a locality's register into the table that `TABLE_NAME` names, with the credentials of
 * the environment. What stands there under the same identifiers is replaced, but for the names that an organisation had before;
 * all else stays. Exit 0: done; 1: not.
 */
const fileSchema = z.strictObject({
  practices: z.array(practiceSchema),
  organisations: z.array(organisationSchema),
  people: z.array(personSchema),
  declarations: z
    .array(z.strictObject({ person: z.string(), declaration: declarationSchema, declaredAt: instantSchema }))
    .default([]),
})

try {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new Error('Say which file: npm run register -- FILE')
  const register = fileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!register.success) throw new Error(`${file} is no register:\n${z.prettifyError(register.error)}`)
  await loadLocality(awsDeps(), register.data)
  const { practices, organisations, people } = register.data
  console.log(
    `${practices.length} practices, ${organisations.length} organisations and ${people.length} people are in.`,
  )
} catch (error) {
  const faults =
    error instanceof Refusal && error.faults.length > 0 ? `\n${z.prettifyError({ issues: error.faults })}` : ''
  console.error(`Nothing more was written. ${(error as Error).message}${faults}`)
  process.exitCode = 1
}
