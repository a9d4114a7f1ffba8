import { isObject } from '../json.ts'
import { limits } from '../limits.ts'
import { syntaxError } from '../query/expression.ts'
import type { Definition, StateType } from './definition.ts'
import { type Diagnostic, Diagnostics } from './diagnostics.ts'
import * as known from './fields.ts'
import { integrationOf } from './resource.ts'

type Raw = Record<string, unknown>

/** Reads a definition. Anything this engine would not run as AWS does is a complaint that names the field. */
export function readDefinition(text: string): { definition?: Definition; diagnostics: Diagnostic[] } {
  const found = new Diagnostics()
  const raw = parse(text, found)
  if (raw === undefined) return { diagnostics: found.list }
  if (!isObject(raw)) {
    found.schema('The definition must be a JSON object', '/')
    return { diagnostics: found.list }
  }
  const language = raw['QueryLanguage'] ?? 'JSONPath'
  if (language !== 'JSONata' && language !== 'JSONPath') {
    found.schema("QueryLanguage must be 'JSONata' or 'JSONPath'", '/QueryLanguage')
  }
  checkFields(raw, known.definitionFields, ['StartAt', 'States'], '', found)
  checkSeconds(raw['TimeoutSeconds'], '/TimeoutSeconds', found, 1)
  checkScope(raw, '', { top: language === 'JSONata', names: new Set(), depth: 0 }, found)
  return found.list.length === 0
    ? { definition: raw as unknown as Definition, diagnostics: [] }
    : { diagnostics: found.list }
}

function parse(text: string, found: Diagnostics): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    found.add('INVALID_JSON_DESCRIPTION', error instanceof Error ? error.message : 'not JSON', '')
    return undefined
  }
}

interface Around {
  /** Whether JSONata was declared for the whole definition. */
  top: boolean
  /** State names so far: they must differ within the whole definition. */
  names: Set<string>
  depth: number
}

function checkFields(raw: Raw, fields: known.Fields, required: string[], at: string, found: Diagnostics): void {
  const missing = required.filter((name) => raw[name] === undefined)
  if (missing.length > 0) found.schema(`These fields are required: [${missing.join(', ')}]`, at || '/')
  for (const [name, value] of Object.entries(raw)) {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (kind !== undefined) {
      if (!known.fits(kind, value)) found.schema(`Expected value of type ${kind}`, `${at}/${name}`)
    } else if (known.jsonPathFields.has(name)) {
      found.schema(`Field '${name}' belongs to JSONPath; this Step Functions runs JSONata only`, `${at}/${name}`)
    } else found.schema(`Field '${name}' is not supported`, `${at}/${name}`)
  }
}

function checkScope(raw: Raw, at: string, around: Around, found: Diagnostics): void {
  const states = raw['States']
  if (!isObject(states)) return
  if (around.depth > limits.definitionDepth) return found.schema('States nest too deeply', `${at}/States`)
  const names = Object.keys(states)
  if (names.length === 0) found.schema('At least one state is required', `${at}/States`)
  const start = raw['StartAt']
  if (typeof start === 'string' && !Object.hasOwn(states, start)) {
    found.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${start}`, `${at}/StartAt`)
  }
  const targets = new Set<unknown>([start])
  for (const [name, state] of Object.entries(states)) {
    const here = `${at}/States/${name}`
    if (around.names.has(name)) found.add('DUPLICATE_STATE_NAME', `Duplicate State name: ${name}`, here)
    around.names.add(name)
    if (name.length > limits.name) found.schema(`A state name has at most ${limits.name} characters`, here)
    if (isObject(state)) checkState(state, here, states, targets, around, found)
    else found.schema('A state must be a JSON object', here)
  }
  for (const name of names) {
    if (!targets.has(name)) {
      found.add('MISSING_TRANSITION_TARGET', `State "${name}" is not reachable.`, `${at}/States/${name}`)
    }
  }
}

function checkState(
  raw: Raw,
  at: string,
  siblings: Raw,
  targets: Set<unknown>,
  around: Around,
  found: Diagnostics,
): void {
  const type = raw['Type']
  if (typeof type !== 'string' || !Object.hasOwn(known.stateFields, type)) {
    return found.schema(
      `Value is not valid. Must be one of: ${Object.keys(known.stateFields).join(', ')}`,
      `${at}/Type`,
    )
  }
  const language = raw['QueryLanguage']
  if (around.top && language === 'JSONPath') {
    found.schema(
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
      `${at}/QueryLanguage`,
    )
  } else if (!around.top && language !== 'JSONata') {
    found.schema("JSONPath is not supported: set QueryLanguage to 'JSONata'", `${at}/QueryLanguage`)
  }
  const stateType = type as StateType
  checkFields(raw, known.stateFields[stateType], known.requiredFields[stateType], at, found)
  const go = (target: unknown, where: string): void => {
    targets.add(target)
    if (typeof target === 'string' && !Object.hasOwn(siblings, target)) {
      found.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target}`, where)
    }
  }
  checkOnward(raw, stateType, at, go, found)
  checkCatchersAndRetriers(raw, at, go, found)
  const inner = { ...around, depth: around.depth + 1 }
  if (stateType === 'Task') checkTask(raw, at, found)
  if (stateType === 'Wait') checkWait(raw, at, found)
  if (stateType === 'Choice') checkChoices(raw, at, go, found)
  if (stateType === 'Parallel') {
    for (const [index, branch] of (Array.isArray(raw['Branches']) ? raw['Branches'] : []).entries()) {
      checkInner(branch, known.scopeFields, `${at}/Branches[${index}]`, inner, found)
    }
  }
  if (stateType === 'Map') checkMap(raw, at, inner, found)
  checkAssign(raw['Assign'], `${at}/Assign`, found)
  checkExpressions(raw, at, found)
}

function checkInner(raw: unknown, fields: known.Fields, at: string, around: Around, found: Diagnostics): void {
  if (!isObject(raw)) return found.schema('Expected value of type object', at)
  checkFields(raw, fields, ['StartAt', 'States'], at, found)
  checkScope(raw, at, around, found)
}

function checkOnward(
  raw: Raw,
  type: StateType,
  at: string,
  go: (target: unknown, where: string) => void,
  found: Diagnostics,
): void {
  if (type === 'Choice' || type === 'Succeed' || type === 'Fail') return
  const { Next: next, End: end } = raw as { Next?: unknown; End?: unknown }
  if (next === undefined && end === undefined) found.schema('These fields are required: one of [Next, End]', at)
  if (next !== undefined && end !== undefined) found.schema("A state has either 'Next' or 'End', not both", at)
  if (next !== undefined) go(next, `${at}/Next`)
}

function checkCatchersAndRetriers(
  raw: Raw,
  at: string,
  go: (target: unknown, where: string) => void,
  found: Diagnostics,
): void {
  for (const [kind, fields, required] of [
    ['Retry', known.retrierFields, ['ErrorEquals']],
    ['Catch', known.catcherFields, ['ErrorEquals', 'Next']],
  ] as const) {
    const list = raw[kind]
    if (!Array.isArray(list)) continue
    for (const [index, rule] of list.entries()) {
      const here = `${at}/${kind}[${index}]`
      if (!isObject(rule)) {
        found.schema('Expected value of type object', here)
        continue
      }
      checkFields(rule, fields, [...required], here, found)
      checkErrorEquals(rule['ErrorEquals'], `${here}/ErrorEquals`, index === list.length - 1, found)
      if (kind === 'Catch') {
        go(rule['Next'], `${here}/Next`)
        checkAssign(rule['Assign'], `${here}/Assign`, found)
      } else checkRetrier(rule, here, found)
    }
  }
}

function checkErrorEquals(names: unknown, at: string, last: boolean, found: Diagnostics): void {
  if (!Array.isArray(names)) return
  if (names.length === 0 || !names.every((name) => typeof name === 'string')) {
    return found.schema('ErrorEquals is a list of at least one error name', at)
  }
  if (names.includes('States.ALL') && (names.length > 1 || !last)) {
    found.schema("'States.ALL' must appear alone and in the last rule", at)
  }
}

function checkRetrier(rule: Raw, at: string, found: Diagnostics): void {
  const bounds: [string, number, number][] = [
    ['IntervalSeconds', 1, limits.timeoutSeconds],
    ['MaxAttempts', 0, limits.timeoutSeconds],
    ['MaxDelaySeconds', 1, 31_622_400],
  ]
  for (const [name, least, most] of bounds) {
    const value = rule[name]
    if (typeof value === 'number' && (!Number.isInteger(value) || value < least || value > most)) {
      found.schema(`Value must be a whole number from ${least} to ${most}`, `${at}/${name}`)
    }
  }
  const rate = rule['BackoffRate']
  if (typeof rate === 'number' && rate < 1) found.schema('Value must be at least 1', `${at}/BackoffRate`)
  const jitter = rule['JitterStrategy']
  if (jitter !== undefined && jitter !== 'FULL' && jitter !== 'NONE') {
    found.schema('Value must be one of: FULL, NONE', `${at}/JitterStrategy`)
  }
}

function checkTask(raw: Raw, at: string, found: Diagnostics): void {
  const resource = raw['Resource']
  if (typeof resource !== 'string') return
  const integration = integrationOf(resource)
  if (!integration) {
    return found.schema(`Value is not a resource this Step Functions covers: ${resource}`, `${at}/Resource`)
  }
  checkSeconds(raw['TimeoutSeconds'], `${at}/TimeoutSeconds`, found, 1)
  checkSeconds(raw['HeartbeatSeconds'], `${at}/HeartbeatSeconds`, found, 1)
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = raw
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    found.schema('HeartbeatSeconds must be smaller than TimeoutSeconds', `${at}/HeartbeatSeconds`)
  }
  if (integration.kind === 'lambda' && integration.service === 'function') return
  const allowed = integration.kind === 'lambda' ? lambdaArguments : executionArguments
  const given = raw['Arguments']
  if (!isObject(given)) {
    if (typeof given !== 'string') found.schema(`These fields are required: [${allowed[0]}]`, `${at}/Arguments`)
    return
  }
  for (const name of Object.keys(given)) {
    if (!allowed.includes(name)) found.schema(`Field '${name}' is not supported`, `${at}/Arguments/${name}`)
  }
  const required = String(allowed[0])
  if (given[required] === undefined) found.schema(`These fields are required: [${required}]`, `${at}/Arguments`)
}

/** The required one first. */
export const lambdaArguments: readonly string[] = ['FunctionName', 'Payload', 'Qualifier', 'InvocationType']
export const executionArguments: readonly string[] = ['StateMachineArn', 'Input', 'Name', 'TraceHeader']

function checkSeconds(value: unknown, at: string, found: Diagnostics, least: number): void {
  if (typeof value !== 'number') return
  if (!Number.isInteger(value) || value < least || value > limits.timeoutSeconds) {
    found.schema(`Value must be a whole number from ${least} to ${limits.timeoutSeconds}`, at)
  }
}

function checkWait(raw: Raw, at: string, found: Diagnostics): void {
  const given = ['Seconds', 'Timestamp'].filter((name) => raw[name] !== undefined)
  if (given.length !== 1) found.schema('A Wait state has exactly one of [Seconds, Timestamp]', at)
  checkSeconds(raw['Seconds'], `${at}/Seconds`, found, 0)
  const timestamp = raw['Timestamp']
  if (typeof timestamp === 'string' && !timestamp.startsWith('{%') && Number.isNaN(Date.parse(timestamp))) {
    found.schema('Value is not a valid ISO-8601 timestamp', `${at}/Timestamp`)
  }
}

function checkChoices(raw: Raw, at: string, go: (target: unknown, where: string) => void, found: Diagnostics): void {
  const choices = raw['Choices']
  if (Array.isArray(choices)) {
    if (choices.length === 0) found.schema('At least one choice is required', `${at}/Choices`)
    for (const [index, rule] of choices.entries()) {
      const here = `${at}/Choices[${index}]`
      if (!isObject(rule)) {
        found.schema('Expected value of type object', here)
        continue
      }
      checkFields(rule, known.choiceRuleFields, ['Condition', 'Next'], here, found)
      go(rule['Next'], `${here}/Next`)
      checkAssign(rule['Assign'], `${here}/Assign`, found)
    }
  }
  if (raw['Default'] !== undefined) go(raw['Default'], `${at}/Default`)
}

function checkMap(raw: Raw, at: string, around: Around, found: Diagnostics): void {
  const processor = raw['ItemProcessor']
  if (!isObject(processor)) return
  const config = processor['ProcessorConfig']
  if (isObject(config)) {
    for (const [name, value] of Object.entries(config)) {
      if (name !== 'Mode' || value !== 'INLINE') {
        found.schema('Only the inline Map is supported', `${at}/ItemProcessor/ProcessorConfig/${name}`)
      }
    }
  }
  checkInner(processor, known.itemProcessorFields, `${at}/ItemProcessor`, around, found)
}

function checkAssign(assign: unknown, at: string, found: Diagnostics): void {
  if (!isObject(assign)) return
  for (const name of Object.keys(assign)) {
    if (name === 'states' || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || name.length > limits.name) {
      found.schema(`'${name}' is not a variable name`, `${at}/${name}`)
    }
  }
}

/** The fields whose values hold definitions of their own, not expressions. */
const notExpressions = new Set(['Branches', 'ItemProcessor', 'Comment', 'Retry', 'Resource', 'Next', 'Default', 'Type'])

function checkExpressions(value: unknown, at: string, found: Diagnostics, depth = 0): void {
  if (depth > limits.definitionDepth) return found.schema('Values nest too deeply', at)
  if (typeof value === 'string') {
    if (!value.startsWith('{%') || !value.endsWith('%}')) return
    const problem = syntaxError(value.slice(2, -2).trim())
    if (problem !== undefined) found.schema(`Not a valid JSONata expression: ${problem}`, at)
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkExpressions(item, `${at}[${index}]`, found, depth + 1)
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (depth > 0 || !notExpressions.has(name)) checkExpressions(item, `${at}/${name}`, found, depth + 1)
    }
  }
}
