import { inWay, type Rule } from '../rule.ts'

/** Requirements §4: its salaried staff are looked at. Who has not said what they are to their practice is taken for staff. */
export const staffOfOwningPractice: Rule = {
  says: "Salaried staff of a practice that owns a share in the practices' own provider organisation are looked at.",
  applies: inWay('staff of owning practice'),
}
