import { commitmentTo } from '../../domain/panel-draw/randomness/commit-reveal.ts'
import { digest } from '../../domain/record/chain.ts'
import { flaggedIn } from './flagged.ts'
import { first, type Play } from './play.ts'

interface SeenConflicts {
  standings: { person: string; status: string; findings?: { evidence: string }[] }[]
}

export interface SeenPanel {
  members: string[]
  chair?: string
  seats: Record<string, { status: string }>
  draws: { draw: number; status: string }[]
  choiceOfChair: { status: string; round?: number; candidates?: string[] }
}

export const seenPanel = (play: Play): Promise<SeenPanel> => play.manager.get(`/api/cases/${play.caseId}/panel`)

/**
 * Flagged interests are ruled on; two practices contribute a random number, and reveal it a day after the draw was committed
 * to; of those drawn one declines, and the others choose a chair. Where too many of the nominees sit on the panels of cases
 * played before, the limits give way as little as they have to.
 */
export async function playPanelFormation(play: Play, { decline = true } = {}): Promise<void> {
  for (const flagged of await flaggedIn(play))
    await play.manager.post(`/api/cases/${play.caseId}/adjudicate-interest`, {
      ...flagged,
      ruling: 'managed',
      reasons: 'Everybody knows of the tie, and no outcome would benefit the practice more than another.',
      mitigation: 'Leaves the room when the proposing practice is discussed.',
    })
  await play.settled()
  let declined = !decline
  for (;;) {
    const { life, wait } = await play.settled()
    if (life.stage !== 'panel-formation') return
    if (wait?.name === 'draw') await play.moveTo(justAfter(wait.dueAt))
    else if (wait?.name === 'pool') await giveWay(play)
    else if (wait?.name === 'contributions') await contribute(play, wait.waitsFor)
    else if (wait?.name === 'reveals') await reveal(play, wait.waitsFor)
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

async function giveWay(play: Play): Promise<void> {
  const reason = 'Many of those who were nominated sit on other panels, and nobody else can be spared.'
  await play.command(play.manager.personId, 'relax-constraints', { choice: 1, reason })
}

/** How many practices the rule book asks for a random number. */
const CONTRIBUTORS = 2

type Practices = { id?: string }[]

/** Practices contribute a random number each to the next draw: as many as are asked for, of those that somebody can act for. */
export async function contribute(play: Play, practices: Practices, most = CONTRIBUTORS): Promise<void> {
  const { draws } = await seenPanel(play)
  const acting = await whoActs(play)
  for (const { id = '' } of practices.filter((one) => acting.has(one.id ?? '')).slice(0, most))
    await play.command(acting.get(id) ?? '', 'contribute-to-draw', {
      commitment: commitmentTo(id, numberOf(play, id, draws.length + 1)),
    })
}

/** They reveal what they contributed to the draw made last. */
export async function reveal(play: Play, practices: Practices): Promise<void> {
  const { draws } = await seenPanel(play)
  const acting = await whoActs(play)
  for (const { id = '' } of practices)
    await play.command(acting.get(id) ?? '', 'reveal-contribution', { secret: numberOf(play, id, draws.length) })
}

/** Who has a conflict of interest, and so no longer sees the case. */
export async function lockedOut(play: Play, organiser = play.manager.personId): Promise<Set<string>> {
  const { standings } = await play.as(organiser).get<SeenConflicts>(`/api/cases/${play.caseId}/conflicts`)
  return new Set(standings.filter(({ status }) => status === 'barred').map(({ person }) => person))
}

/** By practice, one of its people who is not locked out of the case. */
export async function whoActs(play: Play, organiser = play.manager.personId): Promise<Map<string, string>> {
  const out = await lockedOut(play, organiser)
  const free = play.having('practice').filter(({ id }) => !out.has(id))
  return new Map(free.map(({ id, practiceId = '' }) => [practiceId, id]))
}

/** The random number of a practice, made from what it is for: a player keeps nothing between two commands. */
const numberOf = ({ caseId }: Play, practiceId: string, draw: number): string => digest([caseId, practiceId, draw])

/** A few seconds after a time at which a workflow wakes: it waits in whole seconds, and wakes up to two later. */
export const justAfter = (at: string): string => new Date(Date.parse(at) + 5_000).toISOString()

/** The members agree on one of them, but for one who would have another. */
export async function chooseChair(play: Play): Promise<void> {
  const { members, choiceOfChair } = await seenPanel(play)
  const [preferred, other] = choiceOfChair.candidates ?? []
  for (const member of members)
    await play.command(member, 'vote-for-chair', {
      candidate: member === first(members) ? (other ?? preferred) : preferred,
      round: choiceOfChair.round,
    })
  await play.settled()
}
