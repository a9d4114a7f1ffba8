import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { ruleIds } from './rule-rows.ts'
import { conflictRules } from './rules.ts'

/** The secretariat sees how everybody stands; anybody else only how they stand themselves. */
export function viewConflicts({ conflicts, ruleBook }: Case, { person, as }: Viewer) {
  const all = as.endsWith('programme-manager') || as === 'auditor'
  const standings = Object.entries(conflicts?.standings ?? {}).filter(([who]) => all || who === person.id)
  return {
    ...(conflicts && { register: conflicts.register, checkedAt: conflicts.checkedAt }),
    standings: standings.map(([who, standing]) => ({ person: who, ...standing })),
    rules: ruleIds.map((id) => ({ id, effect: ruleBook.conflict.rules[id], says: conflictRules[id].says })),
  }
}
