import { digest } from '../../../domain/record/chain.ts'
import { seededRandom } from '../../local/seeded-random.ts'
import { jsonFor, type Schema, type Words } from './bodies.ts'
import type { Operation } from './operations.ts'

export interface Asked {
  operation: string
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** A list: every further page is asked for, too. */
  pages?: true
}

/** What a request can be filled with: the words of one case. */
export interface Filling {
  resolve(ref: string): Schema
  named: Record<string, readonly unknown[]>
  any: readonly string[]
  /** Bodies that were accepted before, by operation. */
  accepted: ReadonlyMap<string, readonly unknown[]>
}

/**
 * One whole round of requests: every route, in several ways. The same seed gives the same requests, each route by its own name,
 * whichever routes there are beside it.
 * @param thorough every way of each, not a choice of them
 */
export function requestsFor(
  operations: readonly Operation[],
  filling: Filling,
  seed: number,
  thorough = false,
): Asked[] {
  return operations.flatMap((operation): Asked[] => {
    const { id, method } = operation
    const random = seededRandom(Number.parseInt(digest([seed, id]).slice(0, 8), 16))
    const words: Words = { ...filling, random }
    const some = <T>(list: T[]): T[] => (thorough || list.length < 2 ? list : [pick(list, random)])
    const paths = pathsOf(operation, words)
    if (method === 'GET' || method === 'DELETE')
      return paths.flatMap((path) =>
        queriesOf(operation, words).map(({ query, pages }) => ({
          operation: id,
          method,
          path: path + query,
          ...(pages && { pages }),
        })),
      )
    const [empty, ...whole] = bodiesOf(operation, filling, words)
    const bodies = [...some(whole), empty]
    const etags = operation.parameters.some(({ name }) => name.toLowerCase() === 'if-match')
    return paths.flatMap((path) =>
      bodies.flatMap((body, index) => {
        const key = { 'idempotency-key': `${id}-${index}` }
        const plain: Asked = { operation: id, method, path, ...(body !== undefined && { body }), headers: key }
        if (!etags || index > 0) return [plain]
        const seen = String(pick(filling.named['version'] ?? [1], random))
        return [
          ...(operation.parameters.some(({ name, required }) => name.toLowerCase() === 'if-match' && required)
            ? []
            : [plain]),
          ...some(['1', seen]).map((version) => ({
            ...plain,
            headers: { 'idempotency-key': `${id}-if-${version}`, 'if-match': `"${version}"` },
          })),
        ]
      }),
    )
  })
}

function pathsOf({ path, parameters }: Operation, words: Words): string[] {
  const inPath = parameters.filter((one) => one.in === 'path')
  const values = inPath.map(({ name, schema }) => {
    const known = words.named[name] ?? []
    // The case, and the draft that became it, always; of what else there is, one.
    const usual = name === 'caseId' || name === 'draftId' ? known : known.length > 0 ? [pick(known, words.random)] : []
    return usual.length > 0 ? usual : [jsonFor(schema, words, name)]
  })
  return inPath.reduce<string[]>(
    (paths, { name }, index) =>
      paths.flatMap((one) =>
        (values[index] ?? []).map((value) => one.replace(`{${name}}`, encodeURIComponent(String(value)))),
      ),
    [path],
  )
}

function queriesOf({ parameters }: Operation, words: Words): { query: string; pages?: true }[] {
  const inQuery = parameters.filter((one) => one.in === 'query')
  const list = inQuery.some(({ name }) => name === 'after') && inQuery.some(({ name }) => name === 'limit')
  const rest = inQuery.filter(({ name }) => name !== 'after' && name !== 'limit')
  const said = (given: typeof inQuery, also: Record<string, string> = {}) => {
    const pairs = given.map(({ name, schema }) => [name, String(jsonFor(schema, words, name))])
    const text = new URLSearchParams({ ...Object.fromEntries(pairs), ...also }).toString()
    return text === '' ? '' : `?${text}`
  }
  const required = rest.filter((one) => one.required)
  return [
    { query: said(required) },
    ...(rest.length > 0 ? [{ query: said(rest) }] : []),
    ...(list
      ? [1, 2, 7].map((limit) => ({ query: said(required, { limit: String(limit) }), pages: true as const }))
      : []),
  ]
}

function bodiesOf({ id, body }: Operation, { accepted }: Filling, words: Words): unknown[] {
  if (!body) return [undefined]
  const before = accepted.get(id) ?? []
  return [{}, ...(before.length > 0 ? [pick(before, words.random)] : []), jsonFor(body, words)]
}

function pick<T>(list: readonly T[], random: () => number): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('There is nothing to pick from.')
  return found
}
