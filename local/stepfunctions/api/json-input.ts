import { type Json, parseJson } from '../json.ts'

/** The value of a JSON text, or what is wrong with it in the words of AWS's parser (where it is known). */
export function readJson(text: string): { value: Json } | { problem: string } {
  try {
    return { value: parseJson(text) }
  } catch (error) {
    return { problem: problemIn(text, error) }
  }
}

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
