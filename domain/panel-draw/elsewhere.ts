import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import { refuseUnless } from '../refusal.ts'
import { forming } from '../substitution/substituting.ts'
import { abandonment, committedDraw } from './commit.ts'
import type { DrawEvent, OtherSource } from './draw.ts'
import { lacking } from './lacking.ts'

export type ElsewhereCommand =
  /** Where too few practices contribute. */
  | { type: 'ChangeRandomness'; to: OtherSource; reason: string }
  /** Where the numbers that the draw named were never published. */
  | { type: 'GiveUpNumbers'; reasons: string }

/** A source of randomness that never comes is no dead end; and no way out of a result that anybody could know (decision 15). */
export function takeElsewhere(theCase: Case, command: ElsewhereCommand): DrawEvent[] {
  mustBeIn(forming(theCase), 'panel-formation')
  const lacks = lacking(theCase)
  switch (command.type) {
    case 'ChangeRandomness': {
      refuseUnless(
        lacks === 'contributions',
        'WrongStage',
        'The randomness of a draw can be taken from elsewhere only where too few practices have contributed, after the time they had for it, and while no draw is committed to.',
      )
      const { to, reason } = command
      return [{ type: 'RandomnessChanged', data: { to, reason } }]
    }
    case 'GiveUpNumbers': {
      const draw = committedDraw(theCase)
      refuseUnless(
        draw && lacks === 'numbers',
        'WrongStage',
        'A draw can be given up for its public numbers only after the time for entering them, where nobody has entered any. Numbers that somebody has entered were published, so the draw is made from them.',
      )
      return [
        abandonment(
          draw,
          `The approver found that the public numbers it named were never published. Anybody can check that. ${command.reasons}`,
        ),
      ]
    }
  }
}
