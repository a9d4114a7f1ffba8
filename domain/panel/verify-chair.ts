import type { CaseState } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { commitTo } from '../panel-draw/seed.ts'
import { digest } from '../record/chain.ts'
import { chairLot, chairVotes, leading } from './chair.ts'
import { votingMembers } from './panel.ts'

/**
 * Whether the panel has the chair whom its members chose: the votes counted again, and the lot drawn again from the seed that was promised.
 *
 * @param before the case as the record leads to it, up to the event
 */
export function chairProblems({ panel }: Pick<CaseState, 'panel'>, { type, data }: CaseEvent): string[] {
  if (type !== 'ChairChosen') return []
  const { person, votes, lot } = data
  if (panel?.chair?.status !== 'choosing') return ['person: nobody was choosing a chair, by the record']
  const { chair } = panel
  const counted = chairVotes(chair, votingMembers(panel))
  if (digest(counted) !== digest(votes)) return ['votes: they are not those of the record']
  const [first, ...others] = leading(counted)
  if (first === undefined) return ['votes: nobody has voted, by the record']
  if (others.length === 0) return person === first && !lot ? [] : [`person: by the votes it is ${first}`]
  if (chair.round === 1) return ['votes: they were tied, and were not put once more']
  if (!lot) return ['lot: the votes were tied twice, and no lot was drawn']
  if (digest(lot.seedCommitment) !== digest(chair.seed) || commitTo(chair.seed.name, lot.seed).hash !== chair.seed.hash)
    return ['lot.seed: it is not the one that was promised before anybody voted']
  const again = chairLot(chair, [first, ...others], lot.seed)
  return digest(again) === digest(lot) && person === again.drawn ? [] : [`lot: drawn again it is ${again.drawn}`]
}
