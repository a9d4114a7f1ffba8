import type { Organisation } from '../locality/locality.ts'
import { areas } from '../proposal/areas.ts'
import type { Matter } from './matter.ts'

export const isCompany = ({ kind }: Organisation): boolean => kind === 'company'
export const isOwnProvider = ({ kind }: Organisation): boolean => kind === 'federation'

/** Whether an opened tender names it. */
export const isNamed = ({ id }: Pick<Organisation, 'id'>, { named }: Pick<Matter, 'named'>): boolean =>
  named.some(({ organisationId }) => organisationId === id)

/** Why an organisation matters to this case; undefined when it does not. A tender that names it is graver than its area. */
export function stake(
  { id, areas: provides, intends = [], served = [] }: Organisation,
  { area, named, proposer }: Matter,
): { key: string; words: string } | undefined {
  const part = named.find((one) => one.organisationId === id)?.as
  const where = `services in ${areas[area].name}`
  if (part !== undefined) return { key: `named as ${part}`, words: `which is named in a tender as ${part}` }
  if (proposer.kind === 'provider' && proposer.organisationId === id)
    return { key: 'proposed', words: 'which proposed this case, and so intends to provide its services' }
  if (provides.includes(area)) return { key: `provides ${area}`, words: `which provides ${where}` }
  if (intends.includes(area)) return { key: `intends ${area}`, words: `which intends to provide ${where}` }
  const [once] = served.filter((one) => one.area === area).sort((one, other) => (one.endedOn < other.endedOn ? 1 : -1))
  if (once)
    return {
      key: `until ${once.endedOn} ${area}`,
      words: `which provided, or intended to provide, ${where} until ${once.endedOn}`,
    }
  return undefined
}
