import type { StandingPanel } from '../../domain/standing-panel/standing-panel.ts'
import type { Deps } from '../runtime/deps.ts'
import { audiences, rowIn } from './audiences.ts'
import { prefixes } from './keys.ts'
import { loadPeople } from './locality-store.ts'
import { queryAll } from './query.ts'

/** The panel that was convened last for an area, whether its term has ended or not: one Query. */
export async function loadStandingPanel(
  deps: Pick<Deps, 'table'>,
  area: StandingPanel['area'],
): Promise<StandingPanel | undefined> {
  const rows = await queryAll(deps, { ...prefixes.rows(audiences.standing), sk: `${area}#` })
  const last = rows.at(-1)
  return last && rowIn(audiences.standing, last).standing
}

/** Its members who are still of the practice for which they were drawn. */
export async function membersStillThere(
  deps: Pick<Deps, 'table'>,
  standing: StandingPanel | undefined,
): Promise<string[]> {
  const members = standing?.members ?? []
  const known = await loadPeople(
    deps,
    members.map(({ person }) => person),
  )
  return members.flatMap(({ person, practiceId }) => (known.get(person)?.practiceId === practiceId ? [person] : []))
}
