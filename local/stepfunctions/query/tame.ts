import { ownName } from './own-names.ts'

/**
 * Whether an expression may be evaluated in the engine's own thread: when it is made of nothing but paths, literals,
 * operators and functions each of which costs no more than its operands are long. All else (functions of its own,
 * variables, ranges, sorting, regular expressions, dates by picture …) can run long or fill the memory within one step.
 */
export function isTame(ast: unknown): boolean {
  const open: unknown[] = [ast]
  while (open.length > 0) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    if (!Array.isArray(node) && !isTameNode(node)) return false
    open.push(...Object.values(node))
  }
  return true
}

function isTameNode(node: Node): boolean {
  if (!tameTypes.has(String(node.type)) || Object.keys(node).some((key) => wildMarks.has(key))) return false
  if (node.type === 'binary') return node.value !== '..'
  return node.type !== 'function' || isTameCall(node)
}

interface Node {
  type?: unknown
  value?: unknown
  procedure?: { type?: unknown; value?: unknown }
  arguments?: unknown[]
}

function isTameCall({ procedure, arguments: given }: Node): boolean {
  if (procedure?.type !== 'variable') return false
  const most = tameFunctions.get(String(procedure.value))
  return most !== undefined && (given?.length ?? 0) <= most
}

const tameTypes = new Set([
  'path',
  'name',
  'variable',
  'string',
  'number',
  'value',
  'binary',
  'unary',
  'condition',
  'block',
  'function',
  'filter',
])

/** Joins (`@`, `#`), grouping and parents of a path's steps. */
const wildMarks = new Set(['focus', 'index', 'tuple', 'group', 'ancestor', 'seekingParent'])

/** With how many arguments at most: a time's picture can ask for a year of a million digits. */
const tameFunctions = new Map([
  ['abs', 1],
  ['append', 2],
  ['average', 1],
  ['boolean', 1],
  ['ceil', 1],
  ['count', 1],
  ['exists', 1],
  ['floor', 1],
  ['keys', 1],
  ['length', 1],
  ['lookup', 2],
  ['lowercase', 1],
  ['max', 1],
  ['merge', 1],
  ['millis', 0],
  ['min', 1],
  ['not', 1],
  ['now', 0],
  ['number', 1],
  ['string', 1],
  ['substring', 3],
  ['sum', 1],
  ['type', 1],
  ['uppercase', 1],
  ['uuid', 0],
  [ownName, 1],
])

/** What bears a tame function's name but is none: a variable of the state machine. */
export function hidesFunction(name: string): boolean {
  return tameFunctions.has(name)
}
