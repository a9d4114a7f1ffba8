import { attach } from './attach.ts'
import { declare, seenRanking } from './evaluation.ts'
import { seenPanel } from './panel-formation.ts'
import type { Play } from './play.ts'

/** The panel votes, the approver confirms, a bidder objects and is answered, standstill passes, the contract is awarded. */
export async function playDecision(play: Play): Promise<void> {
  const { members, chair = '' } = await seenPanel(play)
  const { ranking } = await seenRanking(play)
  const last = ranking.at(-1)?.organisationId
  await play.moveBy({ days: 2 })
  for (const [index, member] of members.entries())
    await play.command(member, 'vote-on-award', {
      round: 1,
      option: index === members.length - 1 ? 'no award' : 'award',
      reasons:
        index === members.length - 1
          ? 'I would have asked for firmer evidence on the start.'
          : 'It comes first for its clear way of working, and the price is affordable.',
    })
  await play.settled()
  await play.moveBy({ days: 5 })
  await declare(play, play.approver.personId)
  await play.command(play.approver.personId, 'confirm-recommendation', {
    reasons: 'The ranking follows from the record, and the panel gave its reasons.',
  })
  await play.settled()
  const objecting = play.having('provider').find(({ organisationId }) => organisationId === last)
  if (objecting) {
    await play.as(objecting.id).get(`/api/cases/${play.caseId}/letter`)
    await play.as(objecting.id).get(`/api/public/cases/${play.caseId}/award-notice`)
    await play.moveBy({ days: 3 })
    const map = [play.caseId, 'Where we see people.txt', 'Every town of the locality, by day and evening.'] as const
    const document = await attach(play.as(objecting.id), ...map, 'representation')
    await play.command(objecting.id, 'make-representation', {
      text: 'Our answer on access was read as if it were for one town. It is for the whole locality.',
      documents: [document],
    })
    await play.moveBy({ days: 4 })
    await play.command(chair, 'answer-representation', {
      id: 1,
      decision: 'stands',
      reasons: 'The panel read it again: the whole locality is named, and no rooms or hours are. The score stands.',
      present: members,
    })
  }
  const { wait } = await play.settled()
  if (wait?.name === 'standstill') await play.moveTo(wait.dueAt)
  // The workflow wakes a moment after it: timers count in whole seconds.
  await play.moveBy({ hours: 1 })
}
