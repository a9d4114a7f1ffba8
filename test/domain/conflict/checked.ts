import type { Case } from '../../../domain/case/case.ts'
import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { type ConflictCommand, decideConflict } from '../../../domain/conflict/decide.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import type { Person } from '../../../domain/locality/locality.ts'
import { interest, register, withNominees } from '../nominees.ts'
import { following, manager, monday } from '../story.ts'
import { readIn } from './read-in.ts'

export const by = { step: 'check-the-nominees' }

export const nominees = [
  { person: 'ann' },
  { person: 'bob', practice: 'ashlarke' },
  { person: 'cyd', declaration: interest('talking', 'paid-adviser') },
  { person: 'dee', declaration: interest('talking', 'director') },
]
export const step = (theCase: Case, organisations = register) =>
  checkNominees(theCase, { attempt: 3, matter: matterOf(theCase, organisations) }, { by, at: monday })
/** Ann is clear, Bob and Cyd are flagged, Dee is barred. */
export const checked = (): Case => {
  const theCase = withNominees(nominees)
  return following(theCase, step(theCase), monday)
}

export const somebody: Person = {
  ...{ id: 'somebody', name: 'Somebody', email: 'somebody@example.org', roles: ['practice'], profession: 'gp' },
  ...{ skills: [], panelsFormedOn: [] },
}

export type Ruling = Partial<ConflictCommand>
export const rule = (theCase: Case, person: string, more: Ruling = {}) =>
  decideConflict(theCase, {
    type: 'AdjudicateInterest',
    person,
    ruling: 'cleared',
    read: readIn(theCase, person),
    reasons: 'It is known to all.',
    adjudicator: { person: 'person-pm' },
    ...more,
  })
export const ruled = (theCase: Case, person: string, more: Ruling = {}): Case =>
  following(theCase, rule(theCase, person, more), monday, manager)
