import { isObject } from '../json.ts'
import { readJson } from '../json-text.ts'
import { limits } from '../limits.ts'
import { checkFields, checkOneOf, checkSeconds, type Raw } from './check-fields.ts'
import { Graph } from './check-graph.ts'
import { checkScopes } from './check-scopes.ts'
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
  found.add('INVALID_JSON_DESCRIPTION', read.problem, undefined)
  return undefined
}

function checkDefinition(raw: Raw, found: Diagnostics): void {
  const jsonPath = isJsonPath(raw['QueryLanguage']) ? findJsonPath(raw, '', 0) : undefined
  if (jsonPath !== undefined) {
    // One sentence for all of it, rather than one for every JSONPath field.
    return void found.schema("JSONPath is not supported: only states with QueryLanguage 'JSONata' are", jsonPath)
  }
  checkFields(raw, known.definitionFields, ['StartAt', 'States'], '', found)
  checkOneOf(raw['QueryLanguage'], '/QueryLanguage', queryLanguages, found)
  checkSeconds(raw['TimeoutSeconds'], '/TimeoutSeconds', 1, found)
  checkOneOf(raw['Version'], '/Version', ['1.0'], found)
  checkScope(raw, '', { names: new Set(), depth: 0 }, found)
  if (found.list.length === 0) checkScopes(raw as unknown as Definition, found)
}

const queryLanguages = ['JSONPath', 'JSONata']

/** Any other word than JSONPath is taken for JSONata, besides being complained of. */
function isJsonPath(language: unknown): boolean {
  return language === undefined || language === 'JSONPath'
}

/** The first state of a JSONPath definition, also of those inside others, that is not JSONata by itself. */
function findJsonPath(scope: Raw, at: string, depth: number): string | undefined {
  if (!isObject(scope['States']) || depth > limits.definitionDepth) return undefined
  for (const [name, state] of Object.entries(scope['States'])) {
    const here = `${at}/States/${name}`
    if (!isObject(state)) continue
    if (isJsonPath(state['QueryLanguage'])) return `${here}/QueryLanguage`
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
  const graph = new Graph(states, found)
  graph.go('', start, `${at}/StartAt`)
  for (const [name, state] of Object.entries(states)) {
    const here = `${at}/States/${name}`
    if (around.names.has(name)) found.add('DUPLICATE_STATE_NAME', `Duplicate State name: ${name}`, here)
    around.names.add(name)
    if (name.length > limits.name) found.schema(`A state name has at most ${limits.name} characters`, here)
    checkTyped(state, here, (target, where) => graph.go(name, target, where), around, found)
  }
  graph.check(at)
}

function checkTyped(
  state: unknown,
  at: string,
  go: (target: unknown, where: string) => void,
  around: Around,
  found: Diagnostics,
): void {
  if (!isObject(state)) return void found.schema('Expected value of type [OBJECT]', at)
  const { Type: type, QueryLanguage: language } = state as { Type?: unknown; QueryLanguage?: unknown }
  if (type === undefined) return void found.schema('These fields are required: [Type]', at)
  if (typeof type !== 'string') return void found.schema('Expected value of type [STRING]', `${at}/Type`)
  const types = Object.keys(known.stateFields)
  if (!types.includes(type)) return void checkOneOf(type, `${at}/Type`, types, found)
  if (language === 'JSONPath') {
    // AWS's own words.
    found.schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at)
  }
  checkOneOf(language, `${at}/QueryLanguage`, queryLanguages, found)
  checkState(state, at, go, found)
  if (type === 'Map') checkProcessorConfig(state['ItemProcessor'], `${at}/ItemProcessor`, found)
  const fields = type === 'Map' ? known.itemProcessorFields : known.scopeFields
  for (const [scope, where] of innerScopes(state, at)) {
    if (isObject(scope)) {
      checkFields(scope, fields, ['StartAt', 'States'], where, found)
      checkScope(scope, where, { ...around, depth: around.depth + 1 }, found)
    } else found.schema('Expected value of type [OBJECT]', where)
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
