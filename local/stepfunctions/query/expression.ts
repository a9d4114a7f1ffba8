import jsonata from 'jsonata'

/** The JSONata inside `{% %}`, or undefined for a literal. A blank before the mark makes it a literal, as on AWS. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined
}

/** The compiler's complaint about an expression, or undefined when it is well formed. */
export function syntaxError(text: string): string | undefined {
  try {
    jsonata(text)
    return undefined
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    return code === undefined ? String(message) : `${code}: ${message}`
  }
}
