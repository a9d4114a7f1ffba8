import type { StateType } from './definition.ts'

export type FieldKind =
  | 'any'
  | 'text'
  | 'object'
  | 'list'
  | 'boolean'
  | 'number'
  | 'number or expression'
  | 'text or expression'
  | 'list or expression'
  | 'object or expression'
  | 'boolean or expression'

export type Fields = Record<string, FieldKind>

const common: Fields = { Type: 'text', Comment: 'text', QueryLanguage: 'text' }
const outcome: Fields = { Assign: 'object', Output: 'any' }
const onward: Fields = { Next: 'text', End: 'boolean' }
const fallible: Fields = { Retry: 'list', Catch: 'list' }

/** Every field this engine covers. Another one is refused by name when the definition is created. */
export const definitionFields: Fields = {
  Comment: 'text',
  QueryLanguage: 'text',
  Version: 'text',
  StartAt: 'text',
  States: 'object',
  TimeoutSeconds: 'number',
}

export const scopeFields: Fields = { Comment: 'text', StartAt: 'text', States: 'object' }
export const itemProcessorFields: Fields = { ...scopeFields, ProcessorConfig: 'object' }

export const stateFields: Record<StateType, Fields> = {
  Task: {
    ...common,
    ...outcome,
    ...onward,
    ...fallible,
    Resource: 'text',
    Arguments: 'any',
    TimeoutSeconds: 'number or expression',
    HeartbeatSeconds: 'number or expression',
    Credentials: 'object',
  },
  Pass: { ...common, ...outcome, ...onward },
  Choice: { ...common, ...outcome, Choices: 'list', Default: 'text' },
  Wait: {
    ...common,
    ...outcome,
    ...onward,
    Seconds: 'number or expression',
    Timestamp: 'text or expression',
  },
  Succeed: { ...common, Output: 'any' },
  Fail: { ...common, Error: 'text or expression', Cause: 'text or expression' },
  Parallel: { ...common, ...outcome, ...onward, ...fallible, Branches: 'list', Arguments: 'any' },
  Map: {
    ...common,
    ...outcome,
    ...onward,
    ...fallible,
    ItemProcessor: 'object',
    Items: 'list or expression',
    ItemSelector: 'any',
    MaxConcurrency: 'number or expression',
    ToleratedFailureCount: 'number or expression',
    ToleratedFailurePercentage: 'number or expression',
  },
}

export const requiredFields: Record<StateType, string[]> = {
  Task: ['Resource'],
  Pass: [],
  Choice: ['Choices'],
  Wait: [],
  Succeed: [],
  Fail: [],
  Parallel: ['Branches'],
  Map: ['ItemProcessor'],
}

/** Fields of JSONPath states: they get a sentence of their own. */
export const jsonPathFields = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'Result',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
  'ErrorPath',
  'CausePath',
  'Variable',
  'Iterator',
])

export const retrierFields: Fields = {
  Comment: 'text',
  ErrorEquals: 'list',
  IntervalSeconds: 'number',
  MaxAttempts: 'number',
  BackoffRate: 'number',
  MaxDelaySeconds: 'number',
  JitterStrategy: 'text',
}
export const catcherFields: Fields = { ...outcome, Comment: 'text', ErrorEquals: 'list', Next: 'text' }
export const choiceRuleFields: Fields = {
  ...outcome,
  Comment: 'text',
  Condition: 'boolean or expression',
  Next: 'text',
}

/** As AWS calls what a field should hold. */
export const jsonTypes: Record<FieldKind, string> = {
  any: 'ANY',
  text: 'STRING',
  object: 'OBJECT',
  list: 'ARRAY',
  boolean: 'BOOLEAN',
  number: 'NUMBER',
  'number or expression': 'NUMBER, STRING',
  'text or expression': 'STRING',
  'list or expression': 'ARRAY, STRING',
  'object or expression': 'OBJECT, STRING',
  'boolean or expression': 'BOOLEAN, STRING',
}

export function fits(kind: FieldKind, value: unknown): boolean {
  const expression = typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}')
  switch (kind) {
    case 'any':
      return true
    case 'text':
      return typeof value === 'string'
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'list':
      return Array.isArray(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'number or expression':
      return typeof value === 'number' || expression
    case 'text or expression':
      return typeof value === 'string'
    case 'list or expression':
      return Array.isArray(value) || expression
    case 'boolean or expression':
      return typeof value === 'boolean' || expression
    case 'object or expression':
      return expression || fits('object', value)
  }
}
