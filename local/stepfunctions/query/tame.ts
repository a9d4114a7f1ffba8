/**
 * Whether an expression's cost is bounded by the hooks that count its steps. What can run long, or fill the memory,
 * within a single step is not tame: functions of its own, variables (they let a value be held a million times), ranges,
 * descendants, transforms and regular expressions.
 */
export function isTame(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return true
  if (node instanceof RegExp) return false
  const { type, value } = node as { type?: unknown; value?: unknown }
  if (typeof type === 'string' && wild.has(type)) return false
  if (type === 'binary' && value === '..') return false
  return Object.entries(node).every(([key, part]) => key === 'slot' || isTame(part))
}

const wild = new Set(['lambda', 'bind', 'descendant', 'transform', 'regex', 'partial', 'apply'])
