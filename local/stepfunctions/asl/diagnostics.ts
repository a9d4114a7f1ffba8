/** One complaint about a definition, as ValidateStateMachineDefinition lists it. */
export interface Diagnostic {
  severity: 'ERROR' | 'WARNING'
  code: string
  message: string
  location: string
}

export class Diagnostics {
  readonly list: Diagnostic[] = []

  add(code: string, message: string, location: string): void {
    if (this.list.length < 100) this.list.push({ severity: 'ERROR', code, message, location })
  }

  schema(message: string, location: string): void {
    this.add('SCHEMA_VALIDATION_FAILED', message, location)
  }
}

/** All complaints in one line, as CreateStateMachine's InvalidDefinition words them. */
export function inOneLine(list: Diagnostic[]): string {
  return list.map(({ code, message, location }) => `${code}: ${message}${location ? ` at ${location}` : ''}`).join(', ')
}
