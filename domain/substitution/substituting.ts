import type { Case, Life } from '../case/case.ts'

/**
 * The case as its substitution sees it: in panel formation, with the substitution's own attempt and wait. So everything that
 * forms a panel fills a seat of it, and knows nothing of the stage beside which it does.
 */
export function substituting<C extends Case>(theCase: C): C {
  const { wait: _, substitution, ...life } = theCase.life
  const wait = substitution?.wait
  const seen = { ...life, stage: 'panel-formation', attempt: substitution?.attempt ?? 0, ...(wait && { wait }) } as Life
  return { ...theCase, life: seen }
}

/** The case as seen by those who form its panel: in panel formation, or while a substitution runs. */
export const forming = <C extends Case>(theCase: C): C => (theCase.life.substitution ? substituting(theCase) : theCase)
