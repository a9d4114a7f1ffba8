import type { Case } from '../case/case.ts'
import type { Recorded } from '../case/event.ts'
import { seated } from '../panel/panel.ts'
import { digest } from '../record/chain.ts'
import { type RecordedAs, type Rule, rule } from '../record/rule.ts'
import type { RegisterPast } from '../register/past.ts'
import { emptyEntry } from '../register/register.ts'
import { namedInTenders, unknownInTenders } from '../tender/named.ts'
import { addMilliseconds, type Instant } from '../time/instant.ts'
import { checkAgain, factsOf } from './check.ts'
import { nomineeFacts } from './check-nominees.ts'
import type { Check, Finding } from './conflict.ts'
import { type Matter, matterOf, type PersonFacts } from './matter.ts'

const DAY = 86_400_000
export const rests = ['proposal', 'ruleBook', 'nomination', 'panel', 'conflicts', 'tender'] as const

/**
 * What the record of a case is held to where the record of the register is at hand: which conflicts follow is reckoned again, from what
 * the register held then (requirements §4).
 */
export const registerRules = (past: RegisterPast): readonly Rule[] => [
  rule(
    'A check for conflicts finds what the rules find in the version of the register that it names, and leaves out nobody who sits.',
    ['ConflictsChecked'],
    rests,
    (before, event, previous) => checkProblems(before, event, previous, past),
  ),
  rule(
    'Nobody is in a pool, or sits when tenders are scored and awarded, with an interest that the register had known for a day and no check had found.',
    ['DrawCommitted', 'ScoringOpened', 'AwardMade'],
    rests,
    (before, event) => overlooked(before, event, past),
  ),
]

/** @param previous the event right before it */
function checkProblems(
  before: Case,
  event: RecordedAs<'ConflictsChecked'>,
  previous: Recorded | undefined,
  past: RegisterPast,
): string[] {
  const { at, data } = event
  const named = past.eventsOf(data.register)
  if (named === undefined)
    return past.goesOnAfter(at) ? [`register: the register never had the version ${data.register}`] : []
  const problemsWith = (events: number) =>
    foundOtherwise(before, data, matterThen(before, past, { events, at, previous }))
  const problems = problemsWith(named)
  // The head is read before the content: what was entered in between may have been looked at, too.
  const last = past.eventsUntil(at)
  for (let events = named + 1; problems.length > 0 && events <= last; events += 1)
    if (problemsWith(events).length === 0) return []
  return problems
}

function foundOtherwise(
  before: Case,
  { occasion, results }: RecordedAs<'ConflictsChecked'>['data'],
  matter: Matter,
): string[] {
  const again = (person: string, facts: PersonFacts) =>
    checkAgain(person, facts, matter, before.conflicts?.standings[person])
  const taking = takingPart(before)
  // Those who sit are looked at each time; everybody who could be drawn, while the panel is formed.
  const looked = (person: string) => occasion === 'panel formation' || seated(before.panel).includes(person)
  const wrong = Object.entries(results).flatMap(([person, check]) => {
    const facts = taking[person]
    // Whether anybody else decides on the case, or only follows it, is in the register of people.
    const as = facts && looked(person) ? [facts] : [...(facts ? [facts] : []), officer, bystander]
    const found = as.map((one) => again(person, one))
    return found.some((one) => inFacts(one) === inFacts(check)) ? [] : [otherwise(person, check, found[0])]
  })
  const left = Object.entries(taking).flatMap(([person, facts]) => {
    if (results[person] || !looked(person)) return []
    const { findings } = again(person, facts)
    const same = digest(findingsOf(before, person)) === digest(findings.map(factsOf).sort())
    return same ? [] : [`results: ${person} is left out, and by the register ${inWords(findings)}`]
  })
  return [...wrong, ...left]
}

const officer: PersonFacts = { officer: true }
const bystander: PersonFacts = { bystander: true }

/** What the register had known for a day, and still does, of somebody who takes part, and what no check had found. */
function overlooked(before: Case, event: Recorded, past: RegisterPast): string[] {
  const { at, type } = event
  const people = type === 'DrawCommitted' ? Object.keys(event.data.salts) : []
  const [then, now] = [addMilliseconds(at, -DAY), at].map((moment) =>
    matterThen(before, past, { events: past.eventsUntil(moment), at: moment }),
  ) as [Matter, Matter]
  return Object.entries(takingPart(before)).flatMap(([person, facts]) => {
    if (!people.includes(person) && !seated(before.panel).includes(person)) return []
    const known = findingsOf(before, person)
    const still = checkAgain(person, facts, now, undefined).findings.map(factsOf)
    const missed = checkAgain(person, facts, then, undefined).findings.filter(
      (one) => still.includes(factsOf(one)) && !known.includes(factsOf(one)),
    )
    return missed.length === 0
      ? []
      : [`no check had found what the register had known for a day of ${person}: ${inWords(missed)}`]
  })
}

/** What is known of everybody who accepted a nomination, those who sit among them. */
export const takingPart = (before: Case): Record<string, PersonFacts> => ({
  ...nomineeFacts(before, seated(before.panel)),
  ...nomineeFacts(before),
})

/** What a case was checked against: with the register after so many events. */
export function matterThen(
  before: Case,
  past: RegisterPast,
  { events, at, previous }: { events: number; at: Instant; previous?: Recorded | undefined },
): Matter {
  const { register, works } = past.after(events)
  const organisations = [...register.organisations]
  const entries = [...register.entries]
  // What somebody who does not sit declares against the bidders goes into the register next.
  if (previous?.type === 'DeclarationRenewed' && !seated(before.panel).includes(previous.data.person)) {
    const { person, declaration } = previous.data
    const entry = entries.find((one) => one.person === person) ?? emptyEntry(person)
    entries.splice(entries.indexOf(entry), entries.includes(entry) ? 1 : 0, {
      ...entry,
      declaration,
      declaredAt: previous.at,
    })
  }
  return matterOf(before, { ...register, entries }, namedInTenders(before.tender, organisations), {
    ...{ at, works },
    unknown: unknownInTenders(before.tender, organisations),
  })
}

function findingsOf({ conflicts }: Case, person: string): string[] {
  const standing = conflicts?.standings[person]
  return standing && 'findings' in standing ? standing.findings.map(factsOf).sort() : []
}

/** What a check comes to, without its words: those are of the release that wrote them. */
const inFacts = ({ result, findings, untendered }: Check): string => {
  const facts = (some: Finding[] = []) =>
    some
      .map(({ evidence: _, toThem: __, ...one }) => one)
      .map(digest)
      .sort()
  return digest({ result, findings: facts(findings), untendered: facts(untendered) })
}

const otherwise = (person: string, check: Check, again: Check | undefined): string =>
  `results.${person}: it says ${check.result}, and by the register ${again?.result}: ${inWords(again?.findings ?? [])}`

const inWords = (findings: readonly Finding[]): string =>
  findings.map(({ evidence, rule }) => `${evidence} (${rule})`).join(' ') || 'nothing is found'
