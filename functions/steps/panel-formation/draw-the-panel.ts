import { committedDraw, drawPanel } from '../../../domain/panel-draw/decide.ts'
import { loadMatter } from '../../store/matter-store.ts'
import { promiseSeed, revealSeed } from '../../store/seed-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'draw-the-panel',
  async (theCase, { attempt }, circumstances, deps) => {
    const draw = committedDraw(theCase)
    if (!draw) return []
    const seed = await revealSeed(deps, theCase.id, draw.terms.seedCommitment)
    const nextSeed = await promiseSeed(deps, theCase.id, `after-draw-${draw.terms.draw}`)
    const matter = await loadMatter(deps, theCase)
    return drawPanel(theCase, { attempt, matter, seed, nextSeed }, circumstances)
  },
  { load: ['draws'] },
)
