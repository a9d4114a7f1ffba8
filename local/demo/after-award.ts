import type { Play } from './play.ts'

interface SeenAfterAward {
  current?: string
  milestones: { milestone: string; checklist: { items: { id: string; question: string }[] } }[]
  benefits: { deliverables: object[]; objectives: object[]; costs: { name: string; promised: number }[] }
}

const seen = (play: Play): Promise<SeenAfterAward> => play.manager.get(`/api/cases/${play.caseId}/after-award`)

const reasons: Record<string, string> = {
  'plan agreed': 'The provider and the nineteen practices agreed the plan, with a name at each step.',
  'ready to go live': 'Everything was tried in two practices for a fortnight.',
  'did it work': 'People are seen within six weeks, and the savings are near what was promised.',
}

const LEARNT = 'Are the rooms furnished, or is the money for it in the plan?'

/** The plan is agreed, the service goes live, half a year passes, and what was promised is held against what came of it. */
export async function playAfterAward(play: Play): Promise<void> {
  for (;;) {
    const { life, wait } = await play.settled()
    if (life.stage !== 'after-award' || life.status !== 'open') return
    if (wait?.name === 'first months') await play.moveTo(justAfter(wait.dueAt))
    else await reach(play, { days: 20 })
  }
}

/** The plan is agreed and the service goes live, within days. */
export async function playGoingLive(play: Play): Promise<void> {
  await reach(play, { days: 2 })
  await play.settled()
  await reach(play, { days: 2 })
  await play.settled()
}

/** An hour after a time at which the workflow wakes: its timers count in whole seconds. */
const justAfter = (at: string) => new Date(Date.parse(at) + 3_600_000).toISOString()

async function reach(play: Play, after: { days: number }): Promise<void> {
  await play.moveBy(after)
  const now = await seen(play)
  const { current = '', milestones } = now
  const items = milestones.find(({ milestone }) => milestone === current)?.checklist.items ?? []
  for (const [index, { id }] of items.entries())
    await play.manager.post(`/api/cases/${play.caseId}/answer-milestone-item`, {
      item: id,
      finding: index === 1 ? 'partly met' : 'met',
      comment: index === 1 ? 'For all practices but two; they follow within the month.' : 'Seen, and in the file.',
    })
  if (current === 'did it work') await review(play, now)
  const goLiveOn = current === 'ready to go live' ? { goLiveOn: (await play.now()).slice(0, 10) } : {}
  await play.manager.post(`/api/cases/${play.caseId}/reach-milestone`, { reasons: reasons[current] ?? '', ...goLiveOn })
}

async function review(play: Play, { milestones, benefits }: SeenAfterAward): Promise<void> {
  const { deliverables, objectives, costs } = benefits
  const promised = Object.fromEntries(costs.map((cost) => [cost.name, cost.promised]))
  const worth = (name: string, hundredths: number) => Math.round(((promised[name] ?? 0) * hundredths) / 100)
  await play.manager.post(`/api/cases/${play.caseId}/review-benefits`, {
    deliverables: deliverables.map((_, index) => ({
      delivered: index === 0 ? 'in time' : 'late',
      evidence: 'The quarterly report, and a visit.',
    })),
    objectives: objectives.map((_, index) => ({
      achieved: index === 0 ? 'met' : 'partly met',
      evidence: 'Measured before the start and six months after.',
    })),
    costs: {
      oneOff: worth('oneOff', 112),
      recurrent: worth('recurrent', 98),
      savings: worth('savings', 81),
      explanation: 'Rooms had to be furnished; the savings of two practices began a quarter later.',
    },
  })
  // A case that was played before has taught the checklist this item already.
  if (milestones.some(({ checklist: { items } }) => items.some(({ question }) => question === LEARNT))) return
  await play.manager.post(`/api/cases/${play.caseId}/learn-checklist-item`, {
    milestone: 'plan agreed',
    question: LEARNT,
    because: 'The one-off costs were an eighth higher than promised, because of the furniture.',
  })
}
