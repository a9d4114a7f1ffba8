import type { Stage } from '../../domain/case/case.ts'
import { playAfterAward } from './after-award.ts'
import { playDecision } from './decision.ts'
import { playEvaluation } from './evaluation.ts'
import { playNomination } from './nomination.ts'
import { playPanelFormation } from './panel-formation.ts'
import type { Play } from './play.ts'
import { playSpecification } from './specification.ts'
import { playSubmission } from './submission.ts'
import { playTender } from './tender.ts'

/** Every stage in its order, and how its people play it to its end. */
export const parts: readonly { stage: Stage; part: (play: Play) => Promise<void> }[] = [
  { stage: 'submission', part: (play) => playSubmission(play) },
  { stage: 'nomination', part: (play) => playNomination(play) },
  { stage: 'panel-formation', part: (play) => playPanelFormation(play) },
  { stage: 'specification', part: (play) => playSpecification(play) },
  { stage: 'tender', part: (play) => playTender(play) },
  { stage: 'evaluation', part: (play) => playEvaluation(play) },
  { stage: 'decision', part: (play) => playDecision(play) },
  { stage: 'after-award', part: (play) => playAfterAward(play) },
]
