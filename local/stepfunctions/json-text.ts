import { type Json, parseJson } from './json.ts'

/** The value of a JSON text, or what is wrong with it in the words of AWS's parser (where it is known). */
export function readJson(text: string): { value: Json } | { problem: string } {
  if (nestsTooDeeply(text)) return { problem: `The text nests deeper than ${maximumNesting} levels` }
  try {
    return { value: parseJson(text) }
  } catch (error) {
    return { problem: problemIn(text, error) }
  }
}

/** As in AWS's parser; deeper values could not be written again. */
const maximumNesting = 1_000

export function nestsTooDeeply(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === backslash) at++
      else if (code === quote) inString = false
    } else if (code === quote) inString = true
    else if (code === bracket || code === brace) {
      if (++depth > maximumNesting) return true
    } else if (code === bracket + 2 || code === brace + 2) depth--
  }
  return false
}

const [quote, backslash, bracket, brace] = [34, 92, 91, 123]

function problemIn(text: string, error: unknown): string {
  const start = text.trimStart()
  const word = /^[A-Za-z_$][\w$]*/.exec(start)?.[0]
  if (word !== undefined) {
    return `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`
  }
  const field = /^\{\s*([^"}\s])/.exec(start)?.[1]
  if (field !== undefined) {
    return `Unexpected character ('${field}' (code ${field.charCodeAt(0)})): was expecting double-quote to start field name`
  }
  return error instanceof Error ? error.message : 'not JSON'
}
