import { inWay, type Rule } from '../rule.ts'

export const barThisCase: Rule = {
  says: 'Members, directors, owners and employees of an organisation that provides or intends to provide services the case is about, or is named in a tender, do not judge the case.',
  applies: inWay('this case'),
}
