import type { Stage } from './case.ts'

/** What people call the stages, in their order: on pages, in mails and in the record. */
export const stageNames: Record<Stage, string> = {
  submission: 'Submission',
  nomination: 'Nomination',
  'panel-formation': 'Panel formation',
  specification: 'Specification',
  tender: 'Tender',
  evaluation: 'Evaluation',
  decision: 'Decision',
  'after-award': 'After award',
}
