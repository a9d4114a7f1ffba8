import { isObject } from '../json.ts'
import { readJson } from '../json-text.ts'
import { limits } from '../limits.ts'
import { checkFields, checkSeconds, type Raw } from './check-fields.ts'
import { checkState } from './check-state.ts'
import type { Definition } from './definition.ts'
import { type Diagnostic, Diagnostics } from './diagnostics.ts'
import * as known from './fields.ts'

/** Reads a definition. Anything this engine would not run as AWS does is a complaint that names the field. */
export function readDefinition(text: string): { definition: Definition } | { diagnostics: Diagnostic[] } {
  const found = new Diagnostics()
  const raw = parse(text, found)
  if (isObject(raw)) checkDefinition(raw, found)
  else if (found.list.length === 0) found.schema('The definition must be a JSON object', '/')
  return found.list.length === 0 ? { definition: raw as Definition } : { diagnostics: found.list }
}

function parse(text: string, found: Diagnostics): unknown {
  const read = readJson(text)
  if ('value' in read) return read.value
  found.add('INVALID_JSON_DESCRIPTION', read.problem, '')
  return undefined
}

function checkDefinition(raw: Raw, found: Diagnostics): void {
  const language = raw['QueryLanguage']
  const jsonPath = language === 'JSONata' ? undefined : findJsonPath(raw, '', 0)
  if (jsonPath !== undefined && isObject(raw['States'])) {
    // One sentence for all of it, rather than one for every JSONPath field.
    return void found.schema("JSONPath is not supported: only states with QueryLanguage 'JSONata' are", jsonPath)
  }
  if (language !== undefined && language !== 'JSONata' && language !== 'JSONPath') {
    found.schema('Value is not valid. Must be one of: JSONPath, JSONata', '/QueryLanguage')
  }
  checkFields(raw, known.definitionFields, ['StartAt', 'States'], '', found)
  checkSeconds(raw['TimeoutSeconds'], '/TimeoutSeconds', 1, found)
  if (typeof raw['Version'] === 'string' && raw['Version'] !== '1.0') {
    found.schema('Value is not valid. Must be one of: 1.0', '/Version')
  }
  checkScope(raw, '', { names: new Set(), depth: 0 }, found)
}

/** The first state that JSONPath would have to be evaluated for. */
function findJsonPath(scope: Raw, at: string, depth: number): string | undefined {
  if (!isObject(scope['States']) || depth > limits.definitionDepth) return undefined
  for (const [name, state] of Object.entries(scope['States'])) {
    const here = `${at}/States/${name}`
    if (!isObject(state)) continue
    if (state['QueryLanguage'] !== 'JSONata') return `${here}/QueryLanguage`
    for (const [inner, where] of innerScopes(state, here)) {
      const found = isObject(inner) ? findJsonPath(inner, where, depth + 1) : undefined
      if (found !== undefined) return found
    }
  }
  return undefined
}

function innerScopes(state: Raw, at: string): [scope: unknown, at: string][] {
  if (state['Type'] === 'Map') return [[state['ItemProcessor'], `${at}/ItemProcessor`]]
  const branches = state['Type'] === 'Parallel' ? state['Branches'] : undefined
  return Array.isArray(branches) ? branches.map((branch, index) => [branch, `${at}/Branches[${index}]`]) : []
}

interface Around {
  /** State names so far: they must differ within the whole definition. */
  names: Set<string>
  depth: number
}

function checkScope(raw: Raw, at: string, around: Around, found: Diagnostics): void {
  const { States: states, StartAt: start } = raw as { States?: unknown; StartAt?: unknown }
  if (!isObject(states)) return
  if (around.depth > limits.definitionDepth) return void found.schema('States nest too deeply', `${at}/States`)
  if (Object.keys(states).length === 0) found.schema('At least one state is required', `${at}/States`)
  /** Where each state leads to; the scope itself, under the empty name, to its first. */
  const ways = new Map<string, Set<string>>()
  const goFrom =
    (from: string) =>
    (target: unknown, where: string): void => {
      const targets = ways.get(from) ?? new Set()
      ways.set(from, targets.add(String(target)))
      if (typeof target === 'string' && !Object.hasOwn(states, target)) {
        found.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target}`, where)
      }
    }
  goFrom('')(start, `${at}/StartAt`)
  for (const [name, state] of Object.entries(states)) {
    const here = `${at}/States/${name}`
    if (around.names.has(name)) found.add('DUPLICATE_STATE_NAME', `Duplicate State name: ${name}`, here)
    around.names.add(name)
    if (name.length > limits.name) found.schema(`A state name has at most ${limits.name} characters`, here)
    checkTyped(state, here, goFrom(name), around, found)
  }
  const reached = reachable(ways)
  for (const name of Object.keys(states)) {
    if (!reached.has(name)) {
      found.add('MISSING_TRANSITION_TARGET', `State "${name}" is not reachable.`, `${at}/States/${name}`)
    }
  }
}

function reachable(ways: Map<string, Set<string>>): Set<string> {
  const reached = new Set(ways.get(''))
  // A set that grows is gone through to its end.
  for (const state of reached) for (const target of ways.get(state) ?? []) reached.add(target)
  return reached
}

function checkTyped(
  state: unknown,
  at: string,
  go: (target: unknown, where: string) => void,
  around: Around,
  found: Diagnostics,
): void {
  if (!isObject(state)) return void found.schema('Expected value of type object', at)
  const { Type: type, QueryLanguage: language } = state as { Type?: unknown; QueryLanguage?: unknown }
  if (typeof type !== 'string' || !Object.hasOwn(known.stateFields, type)) {
    const types = Object.keys(known.stateFields).join(', ')
    return void found.schema(`Value is not valid. Must be one of: ${types}`, `${at}/Type`)
  }
  if (language !== undefined && language !== 'JSONata') {
    // AWS's own words.
    const what = "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine"
    found.schema(what, `${at}/QueryLanguage`)
  }
  checkState(state, at, go, found)
  if (type === 'Map') checkProcessorConfig(state['ItemProcessor'], `${at}/ItemProcessor`, found)
  const fields = type === 'Map' ? known.itemProcessorFields : known.scopeFields
  for (const [scope, where] of innerScopes(state, at)) {
    if (isObject(scope)) {
      checkFields(scope, fields, ['StartAt', 'States'], where, found)
      checkScope(scope, where, { ...around, depth: around.depth + 1 }, found)
    } else found.schema('Expected value of type object', where)
  }
}

function checkProcessorConfig(processor: unknown, at: string, found: Diagnostics): void {
  const config = isObject(processor) ? processor['ProcessorConfig'] : undefined
  for (const [name, value] of isObject(config) ? Object.entries(config) : []) {
    if (name !== 'Mode' || value !== 'INLINE') {
      found.schema('Only the inline Map is supported', `${at}/ProcessorConfig/${name}`)
    }
  }
}
