import type { Stage } from '../../../domain/case/case.ts'
import type { CaseRow } from '../../api.ts'

/** The stages in their order, and their names. */
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

export const stageOrder = Object.keys(stageNames) as Stage[]

export const statusNames: Record<CaseRow['status'], string> = {
  open: 'Open',
  paused: 'Paused',
  ended: 'Ended',
}
