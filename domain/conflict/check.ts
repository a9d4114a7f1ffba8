import type { Change, Check, ConflictEvent, Conflicts, Finding, Occasion, Standing } from './conflict.ts'
import type { Matter, PersonFacts } from './matter.ts'
import { seen } from './rule.ts'
import { ruleIds } from './rule-rows.ts'
import { conflictRules } from './rules.ts'
import { neverTakenBack } from './ties.ts'

/** What every rule says of one person in one matter. It is asked again whenever the matter changes (requirements §4). */
export function checkConflicts(person: string, facts: PersonFacts, matter: Matter): Check {
  const looked = seen(person, facts, matter)
  const findings: Finding[] = ruleIds
    .filter((rule) => !(facts.officer && conflictRules[rule].panelOnly))
    .flatMap((rule) => conflictRules[rule].applies(looked).map((found) => ({ rule, ...found })))
  const effects = new Set(findings.map(({ rule }) => matter.rules.rules[rule]))
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
 * What the rules say of somebody who stands so already. A bar that was found is not ended by the person's own word, whatever
 * they declare afterwards (requirements §4): only by what somebody else rules or strikes out, or in its time.
 */
export function checkAgain(person: string, facts: PersonFacts, matter: Matter, before: Standing | undefined): Check {
  const check = checkConflicts(person, facts, matter)
  if (before?.status !== 'barred' || check.result === 'barred') return check
  const kept = neverTakenBack(person, facts, matter)
  const held = checkConflicts(person, kept.facts, kept.matter)
  return held.result === 'barred' ? held : check
}

/**
 * Checks several people at once, and who decides without sitting. What differs is recorded. Nothing is recorded when the last check was made from the same register and says the
 * same of each of them.
 *
 * @param quietly nothing is recorded either when only the version of the register differs
 */
export function recordChecks(
  conflicts: Conflicts | undefined,
  people: Record<string, PersonFacts>,
  matter: Matter,
  occasion: Occasion,
  { quietly = false }: { quietly?: boolean } = {},
): ConflictEvent[] {
  const officers = matter.officers.map((person) => [person, { officer: true } as PersonFacts] as const)
  const checks = Object.entries({ ...Object.fromEntries(officers), ...people }).map(
    ([person, facts]) => [person, checkAgain(person, facts, matter, conflicts?.standings[person]), facts] as const,
  )
  // Who decides without sitting is told of only where there is something to tell.
  const told = checks.filter(
    ([person, { findings }, { officer }]) =>
      !officer || findings.length > 0 || conflicts?.standings[person] !== undefined,
  )
  if (told.length === 0) return []
  const changed = told.flatMap(([person, check]) => changeOf(person, conflicts?.standings[person], check))
  const same = quietly || conflicts?.register === matter.register
  if (same && changed.length === 0) return []
  const results = Object.fromEntries(
    told.filter(([person]) => changed.some((one) => one.person === person)).map(([person, check]) => [person, check]),
  )
  return [
    {
      type: 'ConflictsChecked',
      data: {
        ...{ occasion, register: matter.register, checked: told.length, results },
        ...(changed.length > 0 && { changed }),
      },
    },
  ]
}

const findingsOf = (standing: Standing): Finding[] => ('findings' in standing ? standing.findings : [])

/** What sets one finding apart from another. */
export const factsOf = ({ rule, evidence, fingerprint }: Finding): string => `${rule} ${fingerprint ?? evidence}`

function changeOf(person: string, before: Standing | undefined, { result, findings }: Check): Change[] {
  const was = before ? findingsOf(before) : []
  const missingIn = (some: Finding[]) => {
    const known = new Set(some.map(factsOf))
    return (one: Finding) => !known.has(factsOf(one))
  }
  const inWords = ({ rule, evidence }: Finding) => `${evidence} (${rule})`
  const came = findings.filter(missingIn(was)).map(inWords)
  const went = was.filter(missingIn(findings)).map(inWords)
  if (before && came.length === 0 && went.length === 0) return []
  return [{ person, from: before ? resultOf(before) : 'unchecked', to: result, came, went }]
}

const resultOf = ({ status }: Standing): Check['result'] =>
  status === 'cleared' || status === 'managed' ? 'flagged' : status
