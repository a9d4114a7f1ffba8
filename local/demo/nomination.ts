import { declarationOf } from '../sample/interests.ts'
import { sampleLocality } from '../sample/sample-locality.ts'
import { lockedOut } from './panel-formation.ts'
import type { Play } from './play.ts'

/** How many of the nineteen practices will not nominate. */
const DECLINE = 5

/** Every practice that has not answered yet nominates or declines; the nominees declare their interests, or that they have none, and accept. */
export async function playNomination(play: Play): Promise<void> {
  const out = await lockedOut(play)
  const interests = play.interests ? sampleLocality(await play.now()).interests : []
  const { nomination } = (await play.see()) as { nomination?: { unanswered: string[] } }
  const practices = [...new Set(play.having('practice').map(({ practiceId }) => practiceId ?? ''))].sort()
  for (const [index, practiceId] of practices.entries()) {
    if (!nomination?.unanswered.includes(practiceId)) continue
    const [manager, ...others] = play.people
      .filter((person) => person.practiceId === practiceId && !out.has(person.id))
      .sort(
        (one, other) => Number(other.profession === 'practice-manager') - Number(one.profession === 'practice-manager'),
      )
    if (!manager) continue
    if ((index + 3 * play.turn) % practices.length >= practices.length - DECLINE) {
      await play.command(manager.id, 'decline-to-nominate', { reason: 'We cannot spare anybody this quarter.' })
      continue
    }
    // At first every fourth practice sends its manager, the others their first other person; then they take turns.
    const inTurn = index % 4 === 3 ? [manager, ...others] : [...others, manager]
    const nominee = inTurn[(play.turn * (1 + (index % 2))) % inTurn.length] ?? manager
    await play.command(manager.id, 'nominate', { person: nominee.id })
    const declaration = declarationOf(interests, nominee.id)
    await play.command(nominee.id, 'accept-nomination', { declaration })
  }
  await play.settled()
}
