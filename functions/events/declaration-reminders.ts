import type { Register } from '../../domain/conflict/matter.ts'
import { declarationStatus, expiresAt } from '../../domain/register/expiry.ts'
import { defaultRuleBook } from '../../domain/rule-book/rule-book.ts'
import { told } from '../../domain/time/deadline.ts'
import { pages } from '../messages/pages.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadPerson } from '../store/locality-store.ts'
import { mailOnce } from './mail-once.ts'

/** Reminds everybody whose declaration of interests is about to expire, once for each declaration (requirements §4). */
export async function remindToDeclare(deps: Deps, { entries }: Register): Promise<void> {
  const { conflict } = defaultRuleBook()
  for (const { person: id, declaredAt } of entries) {
    if (declaredAt === undefined || declarationStatus(declaredAt, deps.now(), conflict) !== 'expires soon') continue
    const known = await loadPerson(deps, id)
    if (!known) continue
    const mail = {
      subject: 'Renew your declaration of interests',
      text: `Your declaration of interests is valid until ${told(expiresAt(declaredAt, conflict))}. After that you cannot accept a nomination or take part in a panel until you renew it.\n\nIt takes a minute: sign in, check what you declared, and declare it again. You can declare that you have nothing to declare.`,
      page: pages.interests(),
    }
    await mailOnce(deps, [{ person: known.person, about: `declaration#${declaredAt}`, mail }])
  }
}
