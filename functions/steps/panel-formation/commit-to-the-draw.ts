import { randomBytes } from 'node:crypto'
import { commitToDraw } from '../../../domain/panel-draw/commit.ts'
import { keepContribution } from '../../store/draw-secret-store.ts'
import { loadServices } from '../../store/service-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'commit-to-the-draw',
  async (theCase, { attempt }, circumstances, deps) =>
    commitToDraw(
      theCase,
      {
        attempt,
        services: await loadServices(deps, theCase, circumstances.at),
        salt: () => randomBytes(16).toString('hex'),
        contribute: (draw) => keepContribution(deps, theCase.id, draw),
        prepare: (job) => deps.prepareDraw(job),
      },
      circumstances,
    ),
  { load: ['draws'] },
)
