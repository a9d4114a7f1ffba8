import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { type Finding, type Standing, toldThem } from './conflict.ts'
import { ruleIds } from './rule-rows.ts'
import { conflictRules } from './rules.ts'

/** The secretariat sees how everybody stands; anybody else only how they stand themselves. */
export function viewConflicts({ conflicts, ruleBook }: Case, { person, as }: Viewer) {
  const all = as.endsWith('programme-manager') || as === 'auditor'
  const standings = Object.entries(conflicts?.standings ?? {}).filter(([who]) => all || who === person.id)
  return {
    ...(conflicts && { register: conflicts.register, checkedAt: conflicts.checkedAt }),
    standings: standings.map(([who, standing]) => ({ person: who, ...(all ? standing : asToldThem(standing)) })),
    rules: ruleIds.map((id) => ({ id, effect: ruleBook.conflict.rules[id], says: conflictRules[id].says })),
  }
}

/** Nobody learns from their own standing what others entered of themselves, or who tenders. */
function asToldThem(standing: Standing): Standing {
  if (!('findings' in standing)) return standing
  const told = (finding: Finding): Finding =>
    finding.toThem === undefined ? finding : { rule: finding.rule, evidence: toldThem(finding) }
  const { settled: _, ...rest } = standing
  const findings = standing.findings.map(told)
  if (rest.status !== 'barred' || !rest.ruling) return { ...rest, findings } as Standing
  return { ...rest, findings, ruling: { ...rest.ruling, findings } }
}
