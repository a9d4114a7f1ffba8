import { isFunction } from './bounds.ts'

/** The function by which names are looked up that every object inherits; no expression can say it. */
export const ownName = '@own'

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype))

/**
 * JSONata looks a name up as JavaScript does, and would find what every object inherits (`constructor`, `__proto__`,
 * `__defineGetter__`): functions of the machine that could be called. In the expression compiled, such names become calls
 * of a function that knows a value's own fields only.
 */
export function restrictToOwnNames(ast: unknown): void {
  const open: unknown[] = [ast]
  while (open.length > 0) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    open.push(...Object.values(node))
    const { type, value } = node as { type?: unknown; value?: unknown }
    if (type !== 'name' || typeof value !== 'string' || !inherited.has(value)) continue
    const procedure = { type: 'variable', value: ownName }
    Object.assign(node, { type: 'function', procedure, arguments: [{ type: 'string', value }] })
  }
}

/** What a value, or each of an array's, has under a name of its own: the only one, or a sequence as JSONata makes it. */
export function ownValue(holder: unknown, name: string): unknown {
  if (!Array.isArray(holder)) return isHolder(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined
  const found = holder.map((each) => ownValue(each, name)).filter((value) => value !== undefined)
  return Object.defineProperty(found.flat(), 'sequence', { enumerable: false, value: true })
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isFunction(value)
}
