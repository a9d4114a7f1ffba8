import { capital } from '../../capital.ts'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { type Names, personName } from '../people/names.ts'
import { words } from './words.ts'

/** Who sits on the panel. */
export function Members({ members, chair, names }: { members: string[]; chair: string | undefined; names: Names }) {
  if (members.length === 0) return null
  const nameOf = (id: string) => capital(personName(names, id)) + (id === chair ? ` (${words.chairOf})` : '')
  return (
    <>
      <h2>{words.members}</h2>
      <BulletList items={members.map(nameOf)} />
    </>
  )
}
