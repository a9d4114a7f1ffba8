import type { Play } from '../../local/demo/play.ts'

/** What the programme manager does with a running case, over and over: the demo has no occasion for it. */
export async function manage(play: Play, times: number): Promise<void> {
  const manager = play.manager.personId
  for (let time = 0; time < times; time += 1) {
    // Whoever is waited for is reminded once a day at most.
    if (time === 0) await play.command(manager, 'remind', { reason: 'The meeting is next week.' })
    const { wait } = await play.see()
    const dueAt = new Date(Date.parse(wait?.dueAt ?? '') + 86_400_000).toISOString()
    await play.command(manager, 'extend-deadline', { dueAt, reason: 'A bank holiday lies in between.' })
    await play.command(manager, 'pause', { reason: 'The proposer is away.' })
    await play.command(manager, 'resume', { reason: 'The proposer is back.' })
  }
}
