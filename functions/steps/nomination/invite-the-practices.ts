import type { Practice } from '../../../domain/locality/locality.ts'
import { whoCannotAnswer } from '../../../domain/nomination/cannot-answer.ts'
import { stepNomination } from '../../../domain/nomination/decide.ts'
import { callStandingPanel } from '../../../domain/standing-panel/decide.ts'
import { usersOf } from '../../conflicts/world.ts'
import { loadEverybody, loadPractices } from '../../store/locality-store.ts'
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
  if (opened?.type !== 'NominationOpened') return []
  return [
    opened,
    ...callStandingPanel(theCase, standing, there, circumstances.at),
    ...whoCannotAnswer(theCase, usersOf(await loadEverybody(deps)), opened.data.practices),
    ...others,
  ]
})

const idsOf = (practices: Practice[]): string[] => practices.map(({ id }) => id)
