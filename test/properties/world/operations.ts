import type { Schema } from './bodies.ts'

export interface Parameter {
  name: string
  in: string
  required?: boolean
  schema: Schema
}

export interface Operation {
  id: string
  method: string
  path: string
  parameters: Parameter[]
  body: Schema | undefined
  isPublic: boolean
}

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string
        security?: object[]
        parameters?: Parameter[]
        requestBody?: { content: Record<string, { schema: Schema }> }
      }
    >
  >
  components: { schemas: Record<string, Schema> }
}

/** Every route of the API, as the OpenAPI document has it. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security, parameters = [], requestBody }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path,
      parameters,
      body: Object.values(requestBody?.content ?? {})[0]?.schema,
      isPublic: security === undefined,
    })),
  )
}

export function resolverOf(document: Document): (ref: string) => Schema {
  return (ref) => {
    const name = ref.split('/').at(-1) ?? ''
    const schema = document.components.schemas[name]
    if (!schema) throw new Error(`The OpenAPI document has no ${ref}.`)
    return schema
  }
}

const patterns = new Map<string, RegExp>()
const patternOf = (path: string): RegExp => {
  const known = patterns.get(path) ?? new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
  patterns.set(path, known)
  return known
}

/** The route that a request went to; of several, the one with the fewest parameters. */
export const operationAt = (operations: readonly Operation[], method: string, path: string): Operation | undefined =>
  operations
    .filter((one) => one.method === method && patternOf(one.path).test(path))
    .sort((one, other) => one.path.split('{').length - other.path.split('{').length)[0]

export type { Document }
