import { drawPanel } from '../../domain/panel-draw/draw-the-panel.ts'
import { howFarTheDrawIs } from '../../domain/panel-draw/how-far.ts'
import { drawSubstitute } from '../../domain/substitution/draw-substitute.ts'
import { loadMatter } from '../conflicts/world.ts'
import { readContribution } from '../store/draw-secret-store.ts'
import type { Asking } from '../store/keys.ts'
import { loadServices } from '../store/service-store.ts'
import { deciding } from './step.ts'

/** The step “Draw the panel”, of the panel's formation or of a substitution. */
export const drawing = (name: string, of: Asking) =>
  deciding(
    name,
    async (theCase, { attempt }, circumstances, deps) =>
      (of === 'substitution' ? drawSubstitute : drawPanel)(
        theCase,
        {
          attempt,
          matter: () => loadMatter(deps, theCase),
          services: (people) => loadServices(deps, theCase.id, people, circumstances.at),
          signatureOf: (round) => deps.signatureOf(round),
          secretOf: (draw) => readContribution(deps, theCase.id, draw),
        },
        circumstances,
      ),
    {
      load: ['draws'],
      verdict: howFarTheDrawIs,
    },
  )
