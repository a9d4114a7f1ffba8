import { matterOf } from '../../../domain/conflict/matter.ts'
import { committedDraw, drawPanel } from '../../../domain/panel-draw/decide.ts'
import { loadOrganisations } from '../../store/locality-store.ts'
import { promiseSeed, revealSeed } from '../../store/seed-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'draw-the-panel',
  async (theCase, { attempt }, circumstances, deps) => {
    const draw = committedDraw(theCase)
    if (!draw) return []
    const seed = await revealSeed(deps, theCase.id, draw.terms.seedCommitment)
    const nextSeed = await promiseSeed(deps, theCase.id, `after-draw-${draw.terms.draw}`)
    const matter = matterOf(theCase, await loadOrganisations(deps))
    return drawPanel(theCase, { attempt, matter, seed, nextSeed }, circumstances)
  },
  { load: ['draws'] },
)
