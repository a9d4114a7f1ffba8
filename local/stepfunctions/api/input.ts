import { ApiError } from '../api-error.ts'
import { isObject } from '../json.ts'
import { limits } from '../limits.ts'

/** A request's fields, checked as AWS checks them and in its words. */
export class Input {
  readonly #raw: Record<string, unknown>

  constructor(raw: unknown) {
    if (!isObject(raw)) throw new ApiError('SerializationException', 'The request must be a JSON object')
    this.#raw = raw
  }

  text(name: string, bounds: { least?: number; most: number }): string {
    const value = this.optionalText(name, bounds)
    if (value === undefined) throw invalid('null', name, 'Member must not be null', '')
    return value
  }

  optionalText(name: string, { least = 1, most }: { least?: number; most: number }): string | undefined {
    const value = this.#raw[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string') {
      throw new ApiError('SerializationException', `${typeof value} can not be converted to a String`)
    }
    if (value.length < least) throw invalid(value, name, `Member must have length greater than or equal to ${least}`)
    if (value.length > most) throw invalid(value, name, `Member must have length less than or equal to ${most}`)
    return value
  }

  integer(name: string, most: number, otherwise: number): number {
    const value = this.#raw[name]
    if (value === undefined || value === null) return otherwise
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw new ApiError('SerializationException', `${name} can not be converted to an Integer`)
    }
    if (value > most) throw invalid(String(value), name, `Member must have value less than or equal to ${most}`)
    if (value < 0) throw invalid(String(value), name, 'Member must have value greater than or equal to 0')
    return value
  }

  /** maxResults: 0 means the default, as on AWS. */
  pageSize(): number {
    return this.integer('maxResults', limits.pageSize, 100) || 100
  }

  /** Reads two fields and says what is wrong with both, as AWS does. */
  all<A, B>(one: () => A, other: () => B): [A, B] {
    const constraints: string[] = []
    const [a, b] = [collecting(one, constraints), collecting(other, constraints)]
    if (constraints.length > 0) throw new ConstraintsBroken(constraints)
    return [a as A, b as B]
  }

  object(name: string): Record<string, unknown> | undefined {
    const value = this.#raw[name]
    if (value === undefined || value === null) return undefined
    if (isObject(value)) return value
    throw new ApiError('SerializationException', `${name} can not be converted to a structure`)
  }

  list(name: string): unknown[] | undefined {
    const value = this.#raw[name]
    if (value === undefined || value === null) return undefined
    if (Array.isArray(value)) return value
    throw new ApiError('SerializationException', `${name} can not be converted to a list`)
  }

  flag(name: string): boolean {
    return this.#raw[name] === true
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.optionalText(name, { most: 100 })
    if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined
    throw invalid(value, name, `Member must satisfy enum value set: [${allowed.join(', ')}]`)
  }

  raw(name: string): unknown {
    return this.#raw[name]
  }
}

function invalid(value: string, name: string, constraint: string, quote = "'"): ApiError {
  return new ConstraintsBroken([
    `Value ${quote}${value}${quote} at '${name}' failed to satisfy constraint: ${constraint}`,
  ])
}

/** What the fields of one request break, all in one sentence. */
class ConstraintsBroken extends ApiError {
  readonly constraints: string[]

  constructor(constraints: string[]) {
    const count = constraints.length === 1 ? '1 validation error' : `${constraints.length} validation errors`
    super('ValidationException', `${count} detected: ${constraints.join('; ')}`)
    this.constraints = constraints
  }
}

/** What is read, or nothing and its broken constraints among the others. */
function collecting<T>(read: () => T, constraints: string[]): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ConstraintsBroken)) throw error
    constraints.push(...error.constraints)
    return undefined
  }
}

/** Names of state machines and executions: up to 80 characters, none that AWS forbids. */
export function checkName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what AWS forbids here
  if (/[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/.test(name)) {
    throw new ApiError('InvalidName', `Invalid Name: '${name}'`)
  }
  return name
}
