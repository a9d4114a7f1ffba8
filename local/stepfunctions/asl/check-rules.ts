import { isObject } from '../json.ts'
import { limits } from '../limits.ts'
import { type Also, checkExpressions } from './check-expressions.ts'
import { checkAssign, checkFields, checkNumber, checkOneOf, type Raw } from './check-fields.ts'
import type { Diagnostics } from './diagnostics.ts'
import * as known from './fields.ts'

/** Called with every state that a rule or a state leads to. */
export type Go = (target: unknown, at: string) => void

interface Kind {
  fields: known.Fields
  required: string[]
}

const retrier: Kind = { fields: known.retrierFields, required: ['ErrorEquals'] }
const catcher: Kind = { fields: known.catcherFields, required: ['ErrorEquals', 'Next'] }
const choiceRule: Kind = { fields: known.choiceRuleFields, required: ['Condition', 'Next'] }

export function checkRetry(list: unknown, at: string, found: Diagnostics): void {
  each(list, retrier, at, found, (rule, here, last) => {
    checkErrorEquals(rule['ErrorEquals'], `${here}/ErrorEquals`, last, found)
    checkRetrier(rule, here, found)
  })
}

export function checkCatch(list: unknown, at: string, go: Go, found: Diagnostics): void {
  each(list, catcher, at, found, (rule, here, last) => {
    checkErrorEquals(rule['ErrorEquals'], `${here}/ErrorEquals`, last, found)
    checkLeading(rule, here, 'errorOutput', go, found)
  })
}

export function checkChoices(list: unknown, at: string, go: Go, found: Diagnostics): void {
  if (Array.isArray(list) && list.length === 0) found.schema('At least one choice is required', at)
  each(list, choiceRule, at, found, (rule, here) => {
    checkExpressions(rule['Condition'], `${here}/Condition`, undefined, found)
    checkLeading(rule, here, undefined, go, found)
  })
}

function each(
  list: unknown,
  { fields, required }: Kind,
  at: string,
  found: Diagnostics,
  check: (rule: Raw, here: string, last: boolean) => void,
): void {
  if (!Array.isArray(list)) return
  for (const [index, rule] of list.entries()) {
    const here = `${at}[${index}]`
    if (isObject(rule)) {
      checkFields(rule, fields, required, here, found)
      check(rule, here, index === list.length - 1)
    } else found.schema('Expected value of type [OBJECT]', here)
  }
}

function checkLeading(rule: Raw, at: string, also: Also, go: Go, found: Diagnostics): void {
  go(rule['Next'], `${at}/Next`)
  checkAssign(rule['Assign'], `${at}/Assign`, found)
  checkExpressions(rule['Assign'], `${at}/Assign`, also, found)
  checkExpressions(rule['Output'], `${at}/Output`, also, found)
}

function checkErrorEquals(names: unknown, at: string, last: boolean, found: Diagnostics): void {
  if (!Array.isArray(names)) return
  if (names.length === 0 || !names.every((name) => typeof name === 'string')) {
    found.schema('ErrorEquals is a list of at least one error name', at)
  } else if (names.includes('States.ALL') && (names.length > 1 || !last)) {
    found.schema("'States.ALL' must appear alone and in the last rule", at)
  }
}

function checkRetrier(rule: Raw, at: string, found: Diagnostics): void {
  const most = limits.timeoutSeconds
  checkNumber(rule['IntervalSeconds'], `${at}/IntervalSeconds`, { least: 1, most }, found)
  checkNumber(rule['MaxAttempts'], `${at}/MaxAttempts`, { least: 0, most }, found)
  checkNumber(rule['MaxDelaySeconds'], `${at}/MaxDelaySeconds`, { least: 1, most: 31_622_400 }, found)
  checkNumber(rule['BackoffRate'], `${at}/BackoffRate`, { least: 1, fraction: true }, found)
  checkOneOf(rule['JitterStrategy'], `${at}/JitterStrategy`, ['FULL', 'NONE'], found)
}
