import Fraction from 'fraction.js'
import { digest } from '../../record/chain.ts'
import { chancesOf, mixedPanels } from '../fair-lottery.ts'
import { isFeasible } from '../instance/feasible.ts'
import { whyNever } from '../instance/never.ts'
import { programOf } from '../instance/program.ts'
import { type Selection, selectionOf } from '../instance/selection.ts'
import { type Rounds, roundsOf } from '../leximin/party.ts'
import { checkLevels } from '../proof/check.ts'
import { randomnessFrom } from '../randomness/randomness-from.ts'
import { type Certificate, certificateSchema, entriesOf, indexOf } from './certificate.ts'
import { furthest, impossible, mostOff } from './prepare.ts'
import { readLevel } from './published-level.ts'
import { commitmentOf, publishedTermsSchema, type Terms, termsSchema, untimely } from './terms.ts'

/** Recomputes everything, without the service, the network or the solver. What is wrong comes in the order of the file. */
export function verifyCertificate(file: unknown): { problems: string[]; certificate?: Certificate } {
  const parsed = certificateSchema.safeParse(file)
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`) }
  const certificate = parsed.data
  const { terms } = certificate
  const problems = [...poolProblems(terms)]
  if (problems.length === 0) problems.push(...lotteryProblems(terms))
  const raw = typeof file === 'object' && file !== null && 'terms' in file ? file.terms : undefined
  return { problems: inOrder([...problems, ...drawProblems(certificate, commitmentOf(raw))]), certificate }
}

/** The same of what a draw was committed to, before anything is drawn from it: all but the randomness and what follows from it. */
export function verifyTerms(file: unknown): { problems: string[]; terms?: Terms; commitment?: string } {
  const parsed = publishedTermsSchema.safeParse(file)
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`) }
  const { terms, commitment } = parsed.data
  const problems = [...poolProblems(terms)]
  if (problems.length === 0) problems.push(...lotteryProblems(terms))
  problems.push(...untimely(terms).map((problem) => `terms.${problem}`))
  const raw = typeof file === 'object' && file !== null && 'terms' in file ? file.terms : undefined
  if (commitmentOf(raw) !== commitment) problems.push('commitment: it is not the fingerprint of the terms')
  return { problems: inOrder(problems), terms, commitment }
}

/** The lines of a certificate, as they follow one another. */
const linesOfFile = (): string[] =>
  Object.keys(certificateSchema.shape).flatMap((line) =>
    line === 'terms' ? Object.keys(termsSchema.shape).map((term) => `terms.${term}`) : [line],
  )

/** The line that is wrong first comes first. */
function inOrder(problems: readonly string[]): string[] {
  const lines = linesOfFile()
  const lineOf = (problem: string): number => lines.findIndex((line) => new RegExp(`^${line}[.:]`).test(problem))
  return [...problems].sort((one, other) => lineOf(one) - lineOf(other))
}

function poolProblems({ poolHash, instance, chances, unmixed, panels }: Terms): string[] {
  const { pool } = instance
  const problems = untidy(pool.map(({ entry }) => entry))
  if (digest(pool) !== poolHash) problems.push('terms.poolHash: it is not the fingerprint of the pool')
  if (pool.some((row) => 'count' in row))
    problems.push('terms.instance.pool: a row stands for one nominee, and has no count')
  if (chances.length !== pool.length) problems.push('terms.chances: there is not one for each nominee')
  // The chances of persons show those of their practice only where no two of it ever sit together.
  if (instance.fairBetween !== instance.atMostOnePer)
    problems.push('terms.instance.fairBetween: chances are fair between those of whom at most one may sit')
  for (const [name, list] of Object.entries({ unmixed, panels })) {
    const unknown = list.findIndex((panel) => panel.some((row) => row >= pool.length))
    if (unknown >= 0) problems.push(`terms.${name}.${unknown}: it names a row that the pool does not have`)
  }
  // What tells one nominee from all others is nothing to go by: a limit on it would name who is to win.
  const named = [...instance.quotas.map(({ category }) => category), instance.atMostOnePer, instance.fairBetween]
  if (named.includes('entry'))
    problems.push('terms.instance.quotas: an entry is one nominee, and no limit may name one')
  if (instance.apart.length > 0) problems.push('terms.instance.apart: no rule of a case keeps two nominees apart')
  return problems
}

function untidy(entries: unknown[]): string[] {
  const wrong = entries.findIndex((entry, at) => {
    const before = entries[at - 1]
    return typeof entry !== 'string' || (typeof before === 'string' && before >= entry)
  })
  return wrong < 0 ? [] : [`terms.instance.pool.${wrong}.entry: entries are in rising order, and none stands twice`]
}

/** Feasibility of every panel, the proof of fairness, and the chances that follow. */
function lotteryProblems(terms: Terms): string[] {
  const { instance, unmixed, panels, chances } = terms
  const selection = selectionOf(instance)
  const problems = Object.entries({ unmixed, panels }).flatMap(([name, list]) =>
    list.flatMap((panel, index) =>
      isPanel(selection, panel) ? [] : [`terms.${name}.${index}: it is not a feasible panel`],
    ),
  )
  if (problems.length === 0) problems.push(...mixProblems(terms, selection))
  const levels = terms.levels.map((level) => readLevel(level, selection))
  const unread = levels.indexOf(undefined)
  if (unread >= 0)
    return [...problems, `terms.levels.${unread}: it names nominees or parties that are not there, or twice`]
  const proof = levels.flatMap((level) => level ?? [])
  const rounds = roundsOf(selection)
  const checked = checkLevels(proof, programOf(selection), rounds)
  for (const { level, problem } of checked.problems) problems.push(`terms.levels.${level}: ${problem}`)
  const proven = chancesOf(
    selection,
    checked.parties.map((value) => value ?? new Fraction(0)),
  )
  const byRow = instance.pool.map((_, row) => proven[selection.people.indexOf(row)] ?? new Fraction(0))
  byRow.forEach((chance, row) => {
    if (chance.toFraction() !== chances[row])
      problems.push(`terms.chances.${row}: the proof gives ${chance.toFraction()}, not ${chances[row]}`)
  })
  problems.push(...neverProblems(terms, selection, impossible(proof, selection.parties.length)))
  problems.push(...unreached(selection, rounds, checked.parties, proven))
  const off = furthest(panels, byRow)
  if (off.toFraction() !== terms.furthest)
    problems.push(
      `terms.furthest: the panels put somebody ${off.toFraction()} from their chance, not ${terms.furthest}`,
    )
  const most = mostOff(panels.length)
  if (off.compare(most) > 0)
    problems.push(
      `terms.panels: they put somebody ${off.toFraction()} panels from their chance, and ${most.toFraction()} is the most`,
    )
  return problems
}

/** Whoever makes the list decides nothing of who sits together: the list is what mixing makes of another. */
function mixProblems({ instance, unmixed, panels }: Terms, selection: Selection): string[] {
  const rising = unmixed.findIndex((panel) => panel.some((row, at) => row <= (panel[at - 1] ?? -1)))
  if (rising >= 0) return [`terms.unmixed.${rising}: its rows are not in rising order`]
  const wrong = mixedPanels(instance, selection, unmixed).findIndex(
    (panel, at) => panel.join(' ') !== panels[at]?.join(' '),
  )
  return wrong < 0 && unmixed.length === panels.length
    ? []
    : [`terms.panels.${Math.max(0, wrong)}: it is not what mixing makes of terms.unmixed`]
}

function neverProblems({ instance, never }: Terms, selection: Selection, kinds: number[]): string[] {
  try {
    return digest(whyNever(instance, selection, kinds)) === digest(never)
      ? []
      : ['terms.never: it is not who can be on no feasible panel, and why']
  } catch (error) {
    return [`terms.never: it cannot be checked: ${(error as Error).message}`]
  }
}

/**
 * A proof says that nobody can have more; that they can have so much, the list of panels shows for persons, to within
 * `mostOff`. Here is what follows for sums, exactly: the chances fill the vacant seats, and that of a practice (of whom at
 * most one may sit) is that of its people together.
 */
function unreached(
  selection: Selection,
  { parties }: Rounds,
  values: readonly (Fraction | undefined)[],
  chances: readonly Fraction[],
): string[] {
  const problems: string[] = []
  const sum = (people: readonly number[]) =>
    people.reduce((total, person) => total.add(chances[person] ?? 0), new Fraction(0))
  const all = sum(selection.people.map((_, person) => person))
  if (!all.equals(selection.size))
    problems.push(
      `terms.chances: they add up to ${all.toFraction()}, and there are ${selection.size} seats to be drawn`,
    )
  selection.parties.forEach((name, party) => {
    const kinds = (parties[party]?.kinds ?? []).flatMap((kind) => selection.kinds[kind] ?? [])
    const together = sum(kinds.flatMap(({ people }) => people))
    const value = values[party] ?? new Fraction(0)
    if (!together.equals(value))
      problems.push(
        `terms.levels: they prove ${value.toFraction()} for ${name}, and its people have ${together.toFraction()} together`,
      )
  })
  return problems
}

function isPanel(selection: Selection, rows: readonly number[]): boolean {
  const composition = selection.kinds.map(
    ({ people }) => people.filter((person) => rows.includes(selection.people[person] ?? -1)).length,
  )
  const members = composition.reduce((sum, count) => sum + count, 0)
  return members === rows.length && isFeasible(selection, composition)
}

function drawProblems(certificate: Certificate, commitment: string): string[] {
  const { terms, from, evidence, randomness, index, panel } = certificate
  const problems = untimely(terms).map((problem) => `terms.${problem}`)
  if (commitment !== certificate.commitment)
    problems.push('commitment: it is not the fingerprint of the terms, which were changed after they were committed to')
  const source = terms[from]
  if (!source) return [...problems, 'from: no fallback was named when the draw was committed to']
  const outcome = randomnessFrom(source, evidence)
  if ('problem' in outcome) return [...problems, `evidence: ${outcome.problem}`]
  if (outcome.randomness !== randomness) problems.push('randomness: it does not follow from the evidence')
  const drawn = indexOf(outcome.randomness, commitment, terms.panels.length)
  if (drawn !== index) problems.push(`index: the randomness draws panel ${drawn}, not ${index}`)
  const entries = entriesOf(terms, drawn)
  if (entries.join(' ') !== panel.join(' '))
    problems.push(`panel: panel ${drawn} is ${entries.join(', ')}, not ${panel.join(', ')}`)
  return problems
}
