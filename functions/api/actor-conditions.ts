import { roles } from '../../domain/locality/locality.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Write } from '../store/case-store.ts'
import { keys } from '../store/keys.ts'
import { type Acting, noSuchCase } from './access.ts'

/**
 * Every transaction checks that the person still has the role they act in, and is not excluded from the case, at the
 * moment it is written (design §3). What they are to the case itself rests on the case's own head.
 */
export function actorConditions({ table }: Pick<Deps, 'table'>, { person, as }: Acting, caseId: string): Write[] {
  const TableName = table.name
  const role = (roles as readonly string[]).includes(as)
  return [
    {
      ConditionCheck: {
        TableName,
        Key: keys.person(person.id),
        ConditionExpression: role ? 'contains(#body.#roles, :as)' : 'attribute_exists(pk)',
        ...(role && {
          ExpressionAttributeNames: { '#body': 'body', '#roles': 'roles' },
          ExpressionAttributeValues: { ':as': as },
        }),
      },
    },
    {
      ConditionCheck: {
        TableName,
        Key: keys.exclusion(person.id, caseId),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ]
}

export const actorRefusal = (index: number): Refusal =>
  index === 0 ? new Refusal('NotAllowed', 'You no longer have the role this needs. Nothing was changed.') : noSuchCase()
