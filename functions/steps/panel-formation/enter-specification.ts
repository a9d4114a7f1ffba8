import { membersAsDrawn } from '../../../domain/panel-draw/view.ts'
import { conveneStandingPanel } from '../../../domain/standing-panel/decide.ts'
import { loadStandingPanel } from '../../store/standing-panel-store.ts'
import { entering } from '../step.ts'

/** A panel that was drawn for its area begins its term when it is whole. */
export const handler = entering('enter-specification', 'specification', {
  load: ['draws'],
  first: async (theCase, deps, at) =>
    conveneStandingPanel(
      theCase,
      membersAsDrawn(theCase),
      await loadStandingPanel(deps, theCase.proposal.form.area),
      at,
    ),
})
