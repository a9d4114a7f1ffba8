import type { Practice } from '../../../domain/locality/locality.ts'
import { stepNomination } from '../../../domain/nomination/decide.ts'
import { callStandingPanel } from '../../../domain/standing-panel/decide.ts'
import { loadPractices } from '../../store/locality-store.ts'
import { loadStandingPanel, membersStillThere } from '../../store/standing-panel-store.ts'
import { deciding } from '../step.ts'

export const handler = deciding('invite-the-practices', async (theCase, { attempt }, circumstances, deps) => {
  const [practices, standing] = await Promise.all([
    loadPractices(deps),
    loadStandingPanel(deps, theCase.proposal.form.area),
  ])
  const neighbours = practices.filter(({ neighbouring }) => neighbouring)
  const own = practices.filter(({ neighbouring }) => !neighbouring)
  const there = await membersStillThere(deps, standing)
  const [opened, ...others] = stepNomination(
    theCase,
    { type: 'OpenNomination', attempt, practices: idsOf(own), neighbours: idsOf(neighbours) },
    circumstances,
  )
  return opened ? [opened, ...callStandingPanel(theCase, standing, there, circumstances.at), ...others] : []
})

const idsOf = (practices: Practice[]): string[] => practices.map(({ id }) => id)
