import type { Tree } from './tree.ts'

/** One operation of the API's own document. */
export interface Operation {
  path: string
  operationId: string
  open: boolean
}

const quoted = (text: string): string[] => [...text.matchAll(/"([a-z-]+)"/g)].map(([, name = '']) => name)

/** The actions that the Cedar schema names. */
export const actionsOf = (tree: Tree): string[] =>
  [...(tree.get('access/redesign-panels.cedarschema') ?? '').matchAll(/^action ([^;]*?)appliesTo/gms)].flatMap(
    ([, names = '']) => quoted(names),
  )

/** The actions that somebody is permitted. */
export const permittedIn = (tree: Tree): Set<string> =>
  new Set([...(tree.get('access/policies.cedar') ?? '').matchAll(/Action::"([a-z-]+)"/g)].map(([, name = '']) => name))

/** The actions that the API asks about: by the name of every operation on a case, and by name where a route asks itself. */
export function askedIn(tree: Tree, operations: Operation[]): Set<string> {
  const rows = ['/api/cases/{caseId}', '/api/register/']
  const onCases = operations.filter(({ path, open }) => rows.some((begin) => path.startsWith(begin)) && !open)
  const byName = [...tree]
    .filter(([path]) => path.startsWith('functions/api/'))
    .flatMap(([, text]) =>
      [...text.matchAll(/\b(?:authorise|mayDo)\((?:known|c\.get\('known'\)|principal),\s*'([a-z-]+)'/g)].map(
        ([, name = '']) => name,
      ),
    )
  return new Set([...onCases.map(({ operationId }) => operationId), ...byName])
}

/** Every action has a route that asks about it and somebody who is permitted it; every route asks about an action. */
export function unmatchedActions(tree: Tree, operations: Operation[]): string[] {
  const actions = actionsOf(tree)
  const asked = askedIn(tree, operations)
  const permitted = permittedIn(tree)
  return [
    ...actions.filter((action) => !asked.has(action)).map((action) => `${action} has no route`),
    ...actions.filter((action) => !permitted.has(action)).map((action) => `${action} is permitted to nobody`),
    ...[...asked].filter((name) => !actions.includes(name)).map((name) => `${name} is asked about, and is no action`),
  ]
}
