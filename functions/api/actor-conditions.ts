import { roles } from '../../domain/locality/locality.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys } from '../store/keys.ts'
import { ConditionFailed, type Write } from '../store/transaction.ts'
import { type Acting, noSuchCase } from './access.ts'

/**
 * Every transaction checks that the person still has the role they act in, and is not excluded from the case, at the
 * moment it is written (design §3). What they are to the case itself rests on the case's own head.
 */
export const actorConditions = (given: Pick<Deps, 'table'>, acting: Acting, caseId: string): Write[] => [
  stillInOffice(given, acting),
  {
    ConditionCheck: {
      TableName: given.table.name,
      Key: keys.exclusion(acting.person.id, caseId),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
]

/**
 * The condition that whoever acts in a role still has it, and that whoever acts as what they are to a case is still somebody of
 * the locality.
 */
export function stillInOffice({ table }: Pick<Deps, 'table'>, { person, as }: Acting): Write {
  const role = (roles as readonly string[]).includes(as)
  return {
    ConditionCheck: {
      TableName: table.name,
      Key: keys.person(person.id),
      ConditionExpression: role ? 'contains(#body.#roles, :as)' : 'attribute_exists(pk)',
      ...(role && {
        ExpressionAttributeNames: { '#body': 'body', '#roles': 'roles' },
        ExpressionAttributeValues: { ':as': as },
      }),
    },
  }
}

/**
 * Writes with these conditions on who acts, the first of the transaction.
 * @throws Refusal when one of them does not hold; and whatever `write` throws otherwise
 */
export async function holding<Done>(conditions: Write[], write: () => Promise<Done>): Promise<Done> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof ConditionFailed) || error.index >= conditions.length) throw error
    throw error.index === 0
      ? new Refusal('NotAllowed', 'You no longer have the role this needs. Nothing was changed.')
      : noSuchCase()
  }
}
