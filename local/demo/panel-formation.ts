import { first, type Play } from './play.ts'

interface SeenConflicts {
  standings: { person: string; status: string; findings?: { evidence: string }[] }[]
}

export interface SeenPanel {
  members: string[]
  chair?: string
  seats: Record<string, { status: string }>
  draws: { draw: number; panels: string }[]
  choiceOfChair: { status: string; round?: number; candidates?: string[] }
}

export const seenPanel = (play: Play): Promise<SeenPanel> => play.manager.get(`/api/cases/${play.caseId}/panel`)

/** Flagged interests are ruled on, the panel is drawn a day after the draw is committed, one declines, the others choose a chair. */
export async function playPanelFormation(play: Play, { decline = true } = {}): Promise<void> {
  const { standings } = await play.manager.get<SeenConflicts>(`/api/cases/${play.caseId}/conflicts`)
  for (const { person } of standings.filter(({ status }) => status === 'flagged'))
    await play.manager.post(`/api/cases/${play.caseId}/adjudicate-interest`, {
      person,
      ruling: 'managed',
      reasons: 'The tie is known to everybody, and the practice gains nothing by one outcome more than by another.',
      mitigation: 'Leaves the room when the proposing practice is spoken of.',
    })
  await play.settled()
  let declined = !decline
  for (;;) {
    const { life, wait } = await play.settled()
    if (life.stage !== 'panel-formation') return
    if (wait?.name === 'draw') await play.moveTo(justAfter(wait.dueAt))
    else if (wait?.name === 'invitations') {
      for (const { id = '' } of wait.waitsFor) {
        await play.command(
          id,
          declined ? 'accept-seat' : 'decline-seat',
          declined ? {} : { reason: 'I am away for most of the month.' },
        )
        declined = true
      }
    } else if (wait?.name === 'chair') await chooseChair(play)
    else throw new Error(`The panel cannot be formed: the case waits for ${wait?.name ?? 'nothing'}.`)
  }
}

/** A workflow waits in whole seconds, and wakes up to two after the time. */
export const justAfter = (at: string): string => new Date(Date.parse(at) + 5_000).toISOString()

/** The members agree on one of them, but for one who would have another. */
async function chooseChair(play: Play): Promise<void> {
  const { members, choiceOfChair } = await seenPanel(play)
  const [preferred, other] = choiceOfChair.candidates ?? []
  for (const member of members)
    await play.command(member, 'vote-for-chair', {
      candidate: member === first(members) ? (other ?? preferred) : preferred,
      round: choiceOfChair.round,
    })
  await play.settled()
}
