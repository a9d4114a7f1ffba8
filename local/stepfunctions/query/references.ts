import jsonata from 'jsonata'

/** What an expression reads that is not there for every expression, or why it is none. */
export type Reading = { problem: string } | { references: Reference[] }

/** `name`: of a value around the expression, which there is none of; `states`: a field of `$states`. */
export interface Reference {
  kind: 'name' | 'root' | 'states'
  name: string
}

interface Node {
  type?: string
  value?: unknown
  [part: string]: unknown
}

export function read(text: string): Reading {
  try {
    return { references: referencesIn(jsonata(text).ast()) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String((error as { message?: unknown }).message) }
  }
}

/**
 * An expression is evaluated with nothing around it, so that a name, `$` or `$$` that is read there reads nothing. Of a
 * path that is its first step; the others, and its predicates, are read in what the step before gave. A function's body
 * is read where the function is written. (So AWS reads them: measured for floci-io/floci, issue 2670.)
 */
function referencesIn(ast: unknown): Reference[] {
  const found = new Map<string, Reference>()
  const open: unknown[] = [ast]
  while (open.length > 0) {
    const node = open.pop()
    if (Array.isArray(node)) open.push(...node.toReversed())
    else if (isNode(node)) {
      for (const reference of ownReferences(node)) found.set(`${reference.kind} ${reference.name}`, reference)
      open.push(...partsReadHere(node).toReversed())
    }
  }
  return [...found.values()]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function ownReferences(node: Node): Reference[] {
  if (node.type === 'name') return [{ kind: 'name', name: String(node.value) }]
  if (node.type === 'variable' && node.value === '') return [{ kind: 'name', name: '$' }]
  if (node.type === 'variable' && node.value === '$') return [{ kind: 'root', name: '$$' }]
  const [first, second] = node.type === 'path' ? (node['steps'] as Node[]) : []
  const ofStates = first?.type === 'variable' && first.value === 'states' && second?.type === 'name'
  return ofStates ? [{ kind: 'states', name: String(second.value) }] : []
}

function partsReadHere(node: Node): unknown[] {
  switch (node.type) {
    case 'path':
      return (node['steps'] as Node[]).slice(0, 1)
    case 'unary':
      return [node['expressions'], node['lhs'], node['expression']]
    case 'lambda':
      return [node['body']]
    default:
      return simpleParts.map((part) => node[part])
  }
}

/** Of operators, calls, conditions, blocks and bindings: all that they are made of. */
const simpleParts = ['lhs', 'rhs', 'procedure', 'arguments', 'condition', 'then', 'else', 'expressions']
