import type { Stage } from '../../../domain/case/case.ts'
import type { CaseRow } from '../../../domain/case/listed.ts'
import { stageNames } from '../../../domain/case/stage-names.ts'

export { stageNames }

/** The stages in their order. */
export const stageOrder = Object.keys(stageNames) as Stage[]

export const statusNames: Record<CaseRow['status'], string> = {
  open: 'Open',
  paused: 'Paused',
  ended: 'Ended',
}
