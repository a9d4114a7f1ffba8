import { type Capacity, knowsWhoTendered } from '../case/capacity.ts'
import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { isSecretariat } from '../locality/locality.ts'
import { factsOf } from './check.ts'
import { type Finding, type Settled, type Standing, toldThem } from './conflict.ts'
import { flaggedOrSettled, openFlags } from './evolve.ts'
import { readingOf } from './reading.ts'
import { ruleIds } from './rule-rows.ts'
import { conflictRules } from './rules.ts'
import { rulingsAreOverdue } from './waits.ts'

/** A finding as it is shown to who rules on it. */
interface Shown extends Finding {
  /** A ruling on it names this; absent where none is wanted. */
  reading?: string
  /** How it was ruled on before. */
  ruled?: { ruling: Settled['ruling']; reasons: string }
}

/** A standing with its findings as they are shown. */
type Displayed<S = Standing> = S extends { findings: Finding[] } ? Omit<S, 'findings'> & { findings: Shown[] } : S

/** Who answers for the record reads how everybody stands, and why. */
export const readsStandings = (as: Capacity): boolean => isSecretariat(as) || as === 'auditor'

/** The secretariat sees how everybody stands; an approver who can rule, what waits for it; anybody else only how they stand themselves. */
export function viewConflicts(theCase: Case, { person, as }: Viewer) {
  const { conflicts, ruleBook } = theCase
  const all = readsStandings(as)
  const rules = as === 'approver' && rulingsAreOverdue(theCase)
  const standings = Object.entries(conflicts?.standings ?? {}).filter(
    ([who, { status }]) => all || (rules && status === 'flagged') || who === person.id,
  )
  return {
    ...(conflicts && { register: conflicts.register, checkedAt: conflicts.checkedAt }),
    standings: standings.map(([who, standing]) => ({
      person: who,
      ...(all || (rules && who !== person.id)
        ? withReadings(standing)
        : asToldThem(knowsWhoTendered(as) ? standing : ifNobodyTendered(standing))),
    })),
    /** Which the case needs: for one of these somebody may be kept as the sole expert. */
    skills: ruleBook.panel.skills.map(({ name }) => name),
    rules: ruleIds.map((id) => ({ id, effect: ruleBook.conflict.rules[id], says: conflictRules[id].says })),
  }
}

/** Which findings wait for a ruling, and how others were ruled on. */
function withReadings(standing: Standing): Displayed {
  if (!('findings' in standing)) return standing
  const open = openFlags(standing)
  const findings = standing.findings.map((finding): Shown => {
    const before = standing.settled?.findLast(({ fingerprint }) => fingerprint === factsOf(finding))
    return {
      ...finding,
      ...(open.includes(finding) && { reading: readingOf(finding) }),
      ...(before && { ruled: { ruling: before.ruling, reasons: before.reasons } }),
    }
  })
  const { untendered: _, ...rest } = standing
  return { ...rest, findings }
}

/** Who may not know who has tendered reads of their own what was so before: also that nothing was. */
function ifNobodyTendered(standing: Standing): Standing {
  if (!standing.untendered) return standing
  if (standing.untendered.length === 0) return { status: 'clear' }
  return flaggedOrSettled(standing.untendered, standing.settled ?? [])
}

/** Nobody learns from their own standing what others entered of themselves, or who tenders. */
function asToldThem(standing: Standing): Displayed {
  if (!('findings' in standing)) return { status: standing.status }
  const { settled: _, untendered: __, ...rest } = standing
  // Once each, and nothing but the words: by which organisation, and by how many, is no more theirs to know.
  const told = new Map(standing.findings.map((one) => [`${one.rule} ${toldThem(one)}`, one]))
  const findings = [...told.values()].map((one): Finding => ({ rule: one.rule, evidence: toldThem(one) }))
  if (rest.status !== 'barred' || !rest.ruling) return { ...rest, findings } as Standing
  return { ...rest, findings, ruling: { ...rest.ruling, findings } }
}
