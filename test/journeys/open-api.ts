import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

interface Answer {
  description: string
  headers?: Record<string, { schema: { pattern?: string }; required?: boolean }>
  content?: Record<string, { schema: object }>
}
interface Operation {
  operationId: string
  security?: object[]
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, Answer>
}
interface Document {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}
/** An answer that somebody had. */
export interface Seen {
  method: string
  path: string
  status: number
  headers: Headers
  text: string
}

/** A locality's OpenAPI document, and what it says of the answers that were had. */
export class OpenApi {
  readonly document: Document
  readonly operations: { method: string; path: string; operation: Operation }[]
  readonly ajv: Ajv2020
  readonly #compiled = new Map<string, ValidateFunction>()

  private constructor(document: Document) {
    this.document = document
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
    )
    this.ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema(document, 'document')
  }

  /** @param url of the locality */
  static async of(url: string): Promise<OpenApi> {
    return new OpenApi((await (await fetch(`${url}/api/openapi.json`)).json()) as Document)
  }

  operationOf({ method, path }: Seen) {
    return this.operations.find((one) => one.method === method.toLowerCase() && pattern(one.path).test(path))
  }

  /** What is wrong with an answer, by the document. */
  faultsOf(answer: Seen): string[] {
    const found = this.operationOf(answer)
    if (!found) return [`${answer.method} ${answer.path} is not in the document`]
    const { method, path, operation } = found
    const name = `${operation.operationId} ${answer.status}`
    const said = operation.responses[answer.status]
    if (!said) return [`${name} is not in the document`]
    const headers = Object.entries(said.headers ?? {}).flatMap(([header, { schema, required = true }]) => {
      const value = answer.headers.get(header)
      if (value === null) return required ? [`${name} has no ${header}`] : []
      return new RegExp(schema.pattern ?? '').test(value) ? [] : [`${name} has ${header}: ${value}`]
    })
    const untold = ['etag', 'retry-after', 'www-authenticate', 'location'].filter(
      (header) =>
        answer.headers.has(header) && !Object.keys(said.headers ?? {}).some((one) => one.toLowerCase() === header),
    )
    const [type = ''] = Object.keys(said.content ?? {})
    if (type === '') return [...headers, ...(answer.text === '' ? [] : [`${name} has a body`])]
    if (answer.headers.get('content-type')?.split(';')[0] !== type) return [`${name} is no ${type}`]
    if (!type.endsWith('json')) return headers
    const validate = this.#schemaAt(
      pointer('paths', path, method, 'responses', String(answer.status), 'content', type, 'schema'),
    )
    const wrong = validate(JSON.parse(answer.text)) ? [] : (validate.errors ?? [])
    return [
      ...headers,
      ...untold.map((header) => `${name} has an untold ${header}`),
      ...wrong.map(({ instancePath, message }) => `${name} ${instancePath} ${message}`),
    ]
  }

  #schemaAt(at: string): ValidateFunction {
    const validate = this.#compiled.get(at) ?? this.ajv.compile({ $ref: `document#${encodeURI(at)}` })
    this.#compiled.set(at, validate)
    return validate
  }
}

const pattern = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)

const pointer = (...parts: string[]) =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
