import {
  type Change,
  type Check,
  type ConflictEvent,
  type Conflicts,
  type Finding,
  type Occasion,
  reasonsToThem,
  type Standing,
} from './conflict.ts'
import { beforeTenders, type Matter, type PersonFacts } from './matter.ts'
import { seen } from './rule.ts'
import { type RuleId, ruleIds } from './rule-rows.ts'
import { conflictRules } from './rules.ts'
import { isNamed } from './stake.ts'
import { neverTakenBack } from './ties.ts'

/** What every rule says of one person in one matter. It is asked again whenever the matter changes (requirements §4). */
export function checkConflicts(person: string, facts: PersonFacts, matter: Matter): Check {
  const findings = findAll(person, facts, matter)
  const effects = new Set(findings.map(({ rule }) => matter.rules.rules[rule]))
  const result = effects.has('bar')
    ? 'barred'
    : effects.has('ineligible')
      ? 'ineligible'
      : effects.has('flag')
        ? 'flagged'
        : 'clear'
  const untendered = matter.named.length === 0 ? findings : findAll(person, facts, beforeTenders(matter))
  if (result === 'barred') return { result, findings, notice: noticeTo(matter, findings, untendered) }
  const otherwise = untendered.map(factsOf).join() !== findings.map(factsOf).join()
  return { result, findings, ...(otherwise && { untendered }) }
}

function findAll(person: string, facts: PersonFacts, matter: Matter): Finding[] {
  const looked = seen(person, facts, matter)
  const found = ruleIds
    .filter((rule) => isAsked(rule, facts, matter))
    .flatMap((rule) => conflictRules[rule].applies(looked).map((one) => ({ rule, ...one })))
  const proposed = facts.bystander && matter.proposers.some((one) => one.person === person)
  return proposed ? found.filter((one) => isOfTender(one, matter)) : found
}

/** Who proposed the case keeps seeing what they are owed as that (requirements §4), until a tender names an organisation of theirs. */
const isOfTender = ({ organisationId: id = '' }: Pick<Finding, 'organisationId'>, matter: Matter): boolean =>
  isNamed({ id }, matter)

/**
 * What a barred person is told: what bars them, and nothing that is only flagged. Where the register alone bars them, the words
 * are the same whoever tenders, so that neither a name nor a change at the opening tells them who did (requirements §4).
 */
function noticeTo({ rules }: Matter, findings: readonly Finding[], untendered: readonly Finding[]): string {
  const barring = (found: readonly Finding[]) => found.filter(({ rule }) => rules.rules[rule] === 'bar')
  const byRegister = barring(untendered)
  return reasonsToThem(byRegister.length > 0 ? byRegister : barring(findings))
}

/** For people who decide without a seat, rules that concern a seat alone are left out; for people who take no part, all but those that bar. */
function isAsked(rule: RuleId, { officer, bystander }: PersonFacts, { rules }: Matter): boolean {
  const { panelOnly, partakersOnly } = conflictRules[rule]
  if (bystander) return !partakersOnly && rules.rules[rule] === 'bar'
  return !(officer && panelOnly)
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
 * Checks several people at once, with who decides without sitting and whoever only follows the case. What differs is recorded.
 * Nothing is recorded when the last check was made from the same register and says the same of each of them.
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
  const besides: Record<string, PersonFacts> = {
    ...Object.fromEntries(matter.bystanders.map((person) => [person, { bystander: true }])),
    ...Object.fromEntries(matter.officers.map((person) => [person, { officer: true }])),
  }
  const checks = Object.entries({ ...besides, ...people }).map(
    ([person, facts]) => [person, checkAgain(person, facts, matter, conflicts?.standings[person]), facts] as const,
  )
  // Who does not sit is told of only where there is something to tell.
  const told = checks.filter(
    ([person, { findings }]) => person in people || findings.length > 0 || conflicts?.standings[person] !== undefined,
  )
  if (told.length === 0) return []
  const changed = atMost(
    told.flatMap(([person, check]) => changeOf(person, conflicts?.standings[person], check)),
    ({ person }) => person in people,
  )
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

/**
 * How many people one event may change: with a lock-out for each and the writes of lost seats, that fits one transaction.
 * Everybody who takes part is among them; others for whom there is no room are found by the next check.
 */
export const MOST_CHANGED = 60

function atMost(changed: Change[], takesPart: (one: Change) => boolean): Change[] {
  const besides = changed.filter((one) => !takesPart(one))
  const room = Math.max(0, MOST_CHANGED - (changed.length - besides.length))
  const left = new Set(besides.slice(room))
  return changed.filter((one) => !left.has(one))
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
  // Whoever was barred by a ruling stays so, whatever the rules say beside it.
  const to = before?.status === 'barred' && before.ruling ? 'barred' : result
  return [{ person, from: before ? resultOf(before) : 'unchecked', to, came, went }]
}

const resultOf = ({ status }: Standing): Check['result'] =>
  status === 'cleared' || status === 'managed' ? 'flagged' : status
