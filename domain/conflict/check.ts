import { type Check, type ConflictEvent, type Conflicts, type Finding, type Occasion, ruleIds } from './conflict.ts'
import type { Matter, PersonFacts } from './matter.ts'
import { conflictRules } from './rules.ts'

/** What every rule says of one person in one matter. It is asked again whenever the matter changes (requirements §4). */
export function checkConflicts(person: string, facts: PersonFacts, matter: Matter): Check {
  const findings: Finding[] = ruleIds.flatMap((rule) =>
    conflictRules[rule].applies(person, facts, matter).map((found) => ({ rule, ...found })),
  )
  const effects = new Set(findings.map(({ rule }) => conflictRules[rule].effect))
  const result = effects.has('bar')
    ? 'barred'
    : effects.has('ineligible')
      ? 'ineligible'
      : effects.has('flag')
        ? 'flagged'
        : 'clear'
  return { result, findings }
}

/**
 * Checks several people at once. Nothing is recorded when the last check was made from the same register and says the
 * same of each of them.
 */
export function recordChecks(
  conflicts: Conflicts | undefined,
  people: Record<string, PersonFacts>,
  matter: Matter,
  occasion: Occasion,
): ConflictEvent[] {
  const results = Object.fromEntries(
    Object.entries(people).map(([person, facts]) => [person, checkConflicts(person, facts, matter)] as const),
  )
  const unchanged =
    conflicts?.register === matter.register &&
    Object.entries(results).every(([person, { findings }]) => {
      const standing = conflicts.standings[person]
      return standing !== undefined && sameFindings('findings' in standing ? standing.findings : [], findings)
    })
  return unchanged ? [] : [{ type: 'ConflictsChecked', data: { occasion, register: matter.register, results } }]
}

export const sameFindings = (one: Finding[], other: Finding[]): boolean =>
  one.length === other.length &&
  one.every((finding, index) => {
    const twin = other[index]
    return twin?.rule === finding.rule && twin.evidence === finding.evidence
  })
