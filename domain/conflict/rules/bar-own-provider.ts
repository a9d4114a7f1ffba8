import { inWay, type Rule } from '../rule.ts'

/** Founding proposal §12, in every case. */
export const barOwnProvider: Rule = {
  says: "Members, directors, owners and employees of the practices' own provider organisation sit on no panel.",
  applies: inWay('own provider'),
}
