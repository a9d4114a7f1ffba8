import { inWay, type Rule } from '../rule.ts'

/** Founding proposal §11.2: the company organises and never votes. */
export const barCompany: Rule = {
  says: 'Directors and employees of the commissioning company have no vote.',
  panelOnly: true,
  applies: inWay('company'),
}
