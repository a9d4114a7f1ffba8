import { inWay, type Rule } from '../rule.ts'

export const flagEmployerOwns: Rule = {
  says: 'Employment by an organisation that owns part of one with a stake in the case is looked at.',
  applies: inWay('employer owns'),
}
