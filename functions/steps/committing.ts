import { randomBytes } from 'node:crypto'
import type { Case } from '../../domain/case/case.ts'
import { pool } from '../../domain/nomination/nomination.ts'
import { seated } from '../../domain/panel/panel.ts'
import { commitToDraw } from '../../domain/panel-draw/commit.ts'
import { SECONDS_TO_SOLVE, timeToSolve } from '../runtime/time-to-solve.ts'
import { keepContribution } from '../store/draw-secret-store.ts'
import type { Asking } from '../store/keys.ts'
import { loadServices } from '../store/service-store.ts'
import { deciding } from './step.ts'

/** Whoever may be drawn, or sits. */
const concerned = ({ nomination, panel }: Case) => [...(nomination ? pool(nomination) : []), ...seated(panel)]

/** The step “Commit to the draw”, of the panel's formation or of a substitution. */
export const committing = (name: string, of: Asking) =>
  deciding(
    name,
    async (theCase, { attempt }, circumstances, deps) =>
      commitToDraw(
        theCase,
        {
          attempt,
          services: await loadServices(deps, theCase.id, concerned(theCase), circumstances.at),
          salt: () => randomBytes(16).toString('hex'),
          contribute: (draw) => keepContribution(deps, theCase.id, draw),
          prepare: (job) => deps.prepareDraw(job),
          everyStep: timeToSolve(SECONDS_TO_SOLVE.whether),
        },
        circumstances,
      ),
    { load: ['draws'], of },
  )
