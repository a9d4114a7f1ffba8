import type { Case } from '../../../domain/case/case.ts'
import { mustBeCurrent } from '../../../domain/case/decide.ts'
import { recheckWith } from '../../../domain/conflict/recheck.ts'
import { mayBeOpened } from '../../../domain/tender/deadline.ts'
import { stepTender } from '../../../domain/tender/decide.ts'
import { bidders } from '../../../domain/tender/tender.ts'
import { loadWorld, matterIn } from '../../conflicts/world.ts'
import { openQuality } from '../open-quality.ts'
import { deciding } from '../step.ts'

export const handler = deciding(
  'open-the-tenders',
  async (theCase, { attempt }, circumstances, deps) => {
    mustBeCurrent(theCase, attempt)
    const { tender } = theCase
    // The record has closed the tender, and its deadline has passed: before that nothing is opened, whatever starts this step.
    const openings = mayBeOpened(tender, circumstances.at) ? await openQuality(deps, theCase.id, tender) : {}
    // So much has been opened that the rest is for the next call.
    if (!openings) return []
    const events = stepTender(theCase, { type: 'OpenTenders', attempt, openings }, circumstances)
    if (events.length === 0) return []
    // Whoever has an interest in those who tendered is out before the panel decides anything, with one tender or none, too.
    const world = await loadWorld(deps)
    const matterOf = (after: Case) => matterIn(world, after, circumstances.at)
    return recheckWith(theCase, events, { matterOf, occasion: 'tender opening' }, circumstances)
  },
  {
    verdict: ({ tender }) =>
      tender?.status === 'closed' ? 'opening' : bidders(tender).length > 1 ? 'tendered' : 'few',
    // Who tenders is known from now on, also to a panel that chooses how to go on with one.
    recheckAfter: 'tender opening',
  },
)
