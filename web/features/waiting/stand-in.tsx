import { useQuery } from '@tanstack/react-query'
import type { Me } from '../../../functions/api/answers/locality.ts'
import { useRegisters } from '../people/use-registers.ts'
import { standInWords } from './stand-in-words.ts'

/** Whom somebody stands in for, and who stands in for them: what waits for one of them waits for all, and is done once. */
export function StandIn({ me }: { me: Me }) {
  const { data: registers } = useQuery(useRegisters())
  const said = registers && standInWords(me.person, registers.colleagues)
  return said ? <p className="nhsuk-u-reading-width">{said}</p> : null
}
