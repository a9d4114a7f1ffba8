import type { Me, Registers } from '../../../functions/api/answers/locality.ts'
import { words } from './words.ts'

/**
 * Whom somebody stands in for, and who for them, in words.
 *
 * @param colleagues as the registers name them: everybody for the secretariat, else the person's own practice
 */
export function standInWords(
  { id, roles, practiceId }: Me['person'],
  colleagues: Registers['colleagues'],
): string | undefined {
  const having = (role: Me['person']['roles'][number]) =>
    colleagues.filter((one) => one.id !== id && one.roles.includes(role)).map(({ name }) => name)
  const { standIn } = words
  if (roles.includes('deputy-programme-manager')) return standIn.deputy(having('programme-manager'))
  if (roles.includes('programme-manager')) return standIn.manager(having('deputy-programme-manager'))
  if (practiceId && roles.includes('practice')) return standIn.practice(having('practice'))
  if (roles.includes('provider')) return standIn.provider
  if (roles.includes('approver')) return standIn.approver
  return undefined
}
