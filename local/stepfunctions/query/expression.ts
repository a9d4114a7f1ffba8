/** The JSONata inside `{% %}`, or undefined for a literal. A blank before the mark makes it a literal, as on AWS. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined
}
