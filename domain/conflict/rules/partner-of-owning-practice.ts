import { inWay, type Rule } from '../rule.ts'

/** Founding proposal §12: a partner owns what the practice owns. What follows is a setting. */
export const partnerOfOwningPractice: Rule = {
  says: "Partners of a practice that owns a share in the practices' own provider organisation count as owning part of it.",
  applies: inWay('owning practice'),
}
