import { ruleOnFlagged } from './evaluation.ts'
import { chooseChair, contribute, justAfter, reveal } from './panel-formation.ts'
import type { Play, SeenCase } from './play.ts'

/** The case while a vacant seat of its panel is being filled, beside its stage. */
export type SeenSubstitution = SeenCase & { substitution?: { wait?: NonNullable<SeenCase['wait']> } }

/**
 * A vacant seat is filled: two practices contribute and reveal, whoever is drawn accepts, and the panel chooses another chair
 * where it was the chair who left.
 *
 * @param seated what somebody does first of all once they have their seat
 * @returns who was invited
 */
export async function playSubstitution(
  play: Play,
  seated: (person: string) => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const invited: string[] = []
  for (;;) {
    const { substitution } = (await play.settled()) as SeenSubstitution
    if (!substitution) return invited
    const { wait } = substitution
    if (wait?.name === 'rulings') await ruleOnFlagged(play)
    else if (wait?.name === 'draw') await play.moveTo(justAfter(wait.dueAt))
    else if (wait?.name === 'contributions') await contribute(play, wait.waitsFor)
    else if (wait?.name === 'reveals') await reveal(play, wait.waitsFor)
    else if (wait?.name === 'invitations')
      for (const { id = '' } of wait.waitsFor) {
        await play.command(id, 'accept-seat')
        await seated(id)
        invited.push(id)
      }
    else if (wait?.name === 'pool')
      await play.command(play.manager.personId, 'relax-constraints', { choice: 1, reason: 'Nobody else is eligible.' })
    else if (wait?.name === 'chair') await chooseChair(play)
    else throw new Error(`The seat cannot be filled: the case waits for ${wait?.name ?? 'nothing'}.`)
  }
}
