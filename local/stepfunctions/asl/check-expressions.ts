import { limits } from '../limits.ts'
import { expressionIn } from '../query/expression.ts'
import { type Reference, read } from '../query/references.ts'
import type { Diagnostics } from './diagnostics.ts'

/** What `$states` has beside its `input` and `context`: the result of a state, or the error that a catcher takes. */
export type Also = 'result' | 'errorOutput' | undefined

/** Says which expressions in a value are no JSONata, or read what is not there. */
export function checkExpressions(value: unknown, at: string, also: Also, found: Diagnostics, depth = 0): void {
  if (typeof value === 'string') return void checkText(value, at, also, found)
  if (typeof value !== 'object' || value === null) return
  if (depth > limits.definitionDepth) return void found.schema('Values nest too deeply', at)
  const list = Array.isArray(value)
  for (const [name, item] of Object.entries(value)) {
    checkExpressions(item, list ? `${at}[${name}]` : `${at}/${name}`, also, found, depth + 1)
  }
}

function checkText(text: string, at: string, also: Also, found: Diagnostics): void {
  if (text.startsWith('{%') && !text.endsWith('%}')) found.schema("An expression ends with '%}'", at)
  const expression = expressionIn(text)
  if (expression === undefined) return
  const reading = read(expression)
  if ('problem' in reading) return void found.add('INVALID_JSONATA_EXPRESSION', reading.problem, at)
  for (const reference of reading.references) {
    const problem = problemOf(reference, also)
    if (problem !== undefined) found.add('UNSUPPORTED_JSONATA_EXPRESSION', problem, at)
  }
}

function problemOf({ kind, name }: Reference, also: Also): string | undefined {
  if (kind === 'name') return `Reference to '${name}' at the top level is not supported.`
  if (kind === 'root') return `Reference to '${name}' is not supported.`
  return name === 'input' || name === 'context' || name === also ? undefined : `Field '$states.${name}' does not exist.`
}
