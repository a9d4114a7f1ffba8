import vm from 'node:vm'
import { queryLimits } from '../limits.ts'

const context = vm.createContext(Object.create(null))
const run = new vm.Script('re.exec(text)')

/**
 * The regular expression engine given to JSONata: each match is bounded in time, so that a pattern that backtracks
 * for ever (`/(a+)+$/`) ends as a query error instead of stopping every execution.
 */
export class BoundedRegex {
  readonly #regex: RegExp

  constructor(pattern: RegExp) {
    this.#regex = new RegExp(pattern)
  }

  get lastIndex(): number {
    return this.#regex.lastIndex
  }

  set lastIndex(index: number) {
    this.#regex.lastIndex = index
  }

  exec(text: string): RegExpExecArray | null {
    context['re'] = this.#regex
    context['text'] = text
    try {
      return run.runInContext(context, { timeout: queryLimits.regexMilliseconds }) as RegExpExecArray | null
    } catch {
      throw new Error(`The regular expression took longer than ${queryLimits.regexMilliseconds} ms`)
    }
  }
}
