import type { viewDecision, viewLetter } from '../../../domain/decision/view.ts'

export type DecisionView = ReturnType<typeof viewDecision> & { names: Record<string, string> }
export type OwnLetter = ReturnType<typeof viewLetter>
