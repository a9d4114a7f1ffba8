/** One complaint about a definition, as ValidateStateMachineDefinition lists it. */
export interface Diagnostic {
  severity: 'ERROR' | 'WARNING'
  code: string
  message: string
  /** Absent where AWS names none. */
  location?: string
}

export class Diagnostics {
  readonly list: Diagnostic[] = []

  add(code: string, message: string, location: string | undefined): void {
    if (this.list.length >= 100) return
    this.list.push({ severity: 'ERROR', code, message, ...(location === undefined ? {} : { location }) })
  }

  schema(message: string, location: string): void {
    this.add('SCHEMA_VALIDATION_FAILED', message, location)
  }
}

/** All complaints in one line, as CreateStateMachine's InvalidDefinition words them. */
export function inOneLine(list: Diagnostic[]): string {
  return list.map(({ code, message, location }) => `${code}: ${message} at ${location ?? null}`).join(', ')
}
