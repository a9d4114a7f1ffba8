import type { PolicyJson } from '@cedar-policy/cedar-wasm/nodejs'

/** What can be left of a policy (Cedar’s JSON of expressions) when the action alone is open. */
type Left =
  | { Value: boolean }
  | { '!': { arg: Left } }
  | { '&&': { left: Left; right: Left } }
  | { '||': { left: Left; right: Left } }
  | { '==': { left: { unknown: unknown }; right: Actions } }
  | { in: { left: { unknown: unknown }; right: Actions } }

type Actions = { Value: { __entity: { id: string } } } | { Set: Actions[] }

/**
 * What is allowed by what Cedar leaves of the policies when a request leaves its action open (partial evaluation): of each a
 * condition on the action, with everything about the person and the case worked out. As always, some *permit* must hold and no
 * *forbid*.
 * @param policies the residuals of one answer
 */
export function allowedBy(policies: readonly PolicyJson[]): (action: string) => boolean {
  const found = new Map<string, boolean>()
  const some = (effect: PolicyJson['effect'], action: string) =>
    policies.some(
      (policy) => policy.effect === effect && policy.conditions.every(({ body }) => holds(body as Left, action)),
    )
  return (action) => {
    const allowed = found.get(action) ?? (some('permit', action) && !some('forbid', action))
    found.set(action, allowed)
    return allowed
  }
}

/** @throws Error where something else is left: better no answer than one that Cedar did not give */
function holds(left: Left, action: string): boolean {
  if ('Value' in left && typeof left.Value === 'boolean') return left.Value
  if ('!' in left) return !holds(left['!'].arg, action)
  if ('&&' in left) return holds(left['&&'].left, action) && holds(left['&&'].right, action)
  if ('||' in left) return holds(left['||'].left, action) || holds(left['||'].right, action)
  const compared = '==' in left ? left['=='] : 'in' in left ? left.in : undefined
  // No action is a group of others (redesign-panels.cedarschema), so to be in a set is to be one of it.
  if (compared && 'unknown' in compared.left) return actionsIn(compared.right).includes(action)
  throw new Error(`Cedar left more of a policy open than the action: ${JSON.stringify(left)}`)
}

const actionsIn = (said: Actions): string[] => ('Set' in said ? said.Set.flatMap(actionsIn) : [said.Value.__entity.id])
