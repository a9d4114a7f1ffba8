import type { viewDecision, viewLetter } from '../../../domain/decision/view.ts'

export type DecisionView = ReturnType<typeof viewDecision>
export type OwnLetter = ReturnType<typeof viewLetter>
