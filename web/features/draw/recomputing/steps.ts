/** The steps of the check, in the order in which a person would follow them, and the lines of the file that each is about. */
const linesOf = {
  pool: ['terms.caseId', 'terms.draw', 'terms.method', 'terms.poolHash', 'terms.instance'],
  panels: ['terms.unmixed', 'terms.panels', 'terms.furthest'],
  chances: ['terms.levels', 'terms.chances', 'terms.never'],
  commitment: ['format', 'terms.committedAt', 'terms.noticeHours', 'terms.source', 'terms.fallback', 'commitment'],
  randomness: ['from', 'evidence', 'randomness'],
  panel: ['index', 'panel'],
} as const
export type Step = keyof typeof linesOf

const steps = Object.keys(linesOf) as Step[]

/** @param isDrawn a draw that was only published has no randomness yet, and no panel */
export const stepsOf = (isDrawn: boolean): Step[] =>
  isDrawn ? steps : steps.filter((step) => step !== 'randomness' && step !== 'panel')

/** The steps that these problems are about. */
export const stepsWith = (problems: readonly string[]): Step[] =>
  steps.filter((step) =>
    problems.some((problem) => linesOf[step].some((line) => [':', '.'].some((end) => problem.startsWith(line + end)))),
  )
