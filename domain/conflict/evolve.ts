import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import { factsOf } from './check.ts'
import { type Check, type Conflicts, type Finding, flagged, type Settled, type Standing } from './conflict.ts'
import { countConflicts } from './counts.ts'
import { putOut } from './put-out.ts'

export function evolveConflicts(conflicts: Conflicts | undefined, event: Recorded): Conflicts | undefined {
  if (conflicts && event.type === 'FlagsChased') return chased(conflicts, event.data, event.at)
  if (conflicts && decides(event)) return { ...conflicts, atDecision: countConflicts(conflicts) }
  const next = withoutRulingsOf(putOut(event), evolveStandings(conflicts, event))
  if (!next || next === conflicts) return next
  const { waiting, ...rest } = next
  return flagged(next).length === 0 ? rest : { ...rest, waiting: waiting ?? { since: event.at } }
}

/**
 * Who ruled on an interest and is found to be conflicted themselves has settled nothing: the flag waits again, for somebody else. A
 * bar that they ruled is never relaxed; and once it was decided nothing rests on a flag any more.
 */
function withoutRulingsOf(out: readonly string[], conflicts: Conflicts | undefined): Conflicts | undefined {
  if (!conflicts || conflicts.atDecision) return conflicts
  const theirs = ({ settled = [] }: Standing) => settled.some(({ by }) => out.includes(by))
  const standings = Object.entries(conflicts.standings)
  if (out.length === 0 || !standings.some(([, standing]) => theirs(standing))) return conflicts
  const left = ({ settled = [] }: Standing) => settled.filter(({ by }) => !out.includes(by))
  const reopened = (standing: Standing): Standing => {
    if (!theirs(standing)) return standing
    const { status } = standing
    return status === 'clear' || status === 'barred' || status === 'ineligible'
      ? { ...standing, settled: left(standing) }
      : flaggedOrSettled(standing.findings, left(standing), standing.untendered)
  }
  return {
    ...conflicts,
    standings: Object.fromEntries(standings.map(([person, standing]) => [person, reopened(standing)])),
  }
}

/** The award, or the announcement that there is none. */
const decides = (event: Recorded): boolean =>
  event.type === 'AwardMade' || (event.type === 'OutcomeAnnounced' && event.data.standstill === undefined)

function chased(
  conflicts: Conflicts,
  { overdue, chaseAt }: { overdue: boolean; chaseAt: string },
  at: string,
): Conflicts {
  const { since = at, escalatedAt = overdue ? at : undefined } = conflicts.waiting ?? {}
  return { ...conflicts, waiting: { since, chaseAt, ...(escalatedAt !== undefined && { escalatedAt }) } }
}

function evolveStandings(conflicts: Conflicts | undefined, event: Recorded): Conflicts | undefined {
  if (event.type === 'ConflictsChecked') {
    const { register, results } = event.data
    const standings = { ...conflicts?.standings }
    for (const [person, check] of Object.entries(results)) standings[person] = after(standings[person], check)
    return { ...conflicts, register, checkedAt: event.at, standings }
  }
  if (!conflicts) return conflicts
  const by = personOf(event.by) ?? ''
  const stand = (person: string, standing: Standing): Conflicts => ({
    ...conflicts,
    standings: { ...conflicts.standings, [person]: standing },
  })
  switch (event.type) {
    case 'InterestCleared': {
      const { person, findings, ...said } = event.data
      const ruling = { ruling: 'cleared' as const, ...said, by, at: event.at }
      return stand(person, settle(conflicts.standings[person], findings, ruling))
    }
    case 'InterestManaged': {
      const { person, findings, ...said } = event.data
      const ruling = { ruling: 'managed' as const, ...said, by, at: event.at }
      return stand(person, settle(conflicts.standings[person], findings, ruling))
    }
    case 'PersonBarred': {
      const { person, reasons } = event.data
      const before = conflicts.standings[person]
      const findings = before && 'findings' in before ? before.findings : []
      const ruling = { findings: event.data.findings ?? findings, reasons, by, at: event.at }
      return stand(person, { status: 'barred', findings, ruling, ...keptFrom(before) })
    }
    default:
      return conflicts
  }
}

const keptFrom = (before: Standing | undefined) => (before?.settled ? { settled: before.settled } : {})

/** Flags of a standing that no ruling has settled, or whose facts have changed since. */
export function openFlags(standing: Standing): Finding[] {
  if (standing.status !== 'flagged') return []
  const known = new Set((standing.settled ?? []).map(({ fingerprint }) => fingerprint))
  return standing.findings.filter((finding) => !known.has(factsOf(finding)))
}

/** A ruling settles what it names; one that names nothing, every flag that was open. What it does not settle stays open. */
function settle(
  before: Standing | undefined,
  named: Finding[] | undefined,
  ruling: Omit<Settled, 'fingerprint'>,
): Standing {
  const findings = before && 'findings' in before ? before.findings : []
  const ruledOn = named ?? (before ? openFlags(before) : [])
  const settled = [
    ...(before?.settled ?? []),
    ...ruledOn.map((finding): Settled => ({ fingerprint: factsOf(finding), ...ruling })),
  ]
  return flaggedOrSettled(findings, settled, before?.untendered)
}

/** @param untendered what would be found if nobody had tendered, where that is otherwise */
export function flaggedOrSettled(findings: Finding[], settled: Settled[], untendered?: Finding[]): Standing {
  const beside = untendered && { untendered }
  const flagged: Standing = { status: 'flagged', findings, ...(settled.length > 0 && { settled }), ...beside }
  return openFlags(flagged).length > 0 ? flagged : { ...settledStanding(findings, settled), ...beside }
}

/** Managed, where one of the matches is; else cleared. */
function settledStanding(findings: Finding[], settled: Settled[]): Standing {
  const now = new Set(findings.map(factsOf))
  const holding = settled.filter(({ fingerprint }) => now.has(fingerprint))
  const managed = holding.findLast(({ ruling }) => ruling === 'managed')
  const last = managed ?? holding.at(-1)
  const { reasons, by, at } = last ?? { reasons: '', by: '', at: '' }
  const common = { findings, reasons, by, at, settled }
  if (!managed) return { status: 'cleared', ...common }
  const { mitigation = '', soleExpertIn } = managed
  return { status: 'managed', ...common, mitigation, ...(soleExpertIn !== undefined && { soleExpertIn }) }
}

/** A ruling stands until a fact of its match changes; a bar that was ruled is never relaxed. */
function after(before: Standing | undefined, { result, findings, notice, untendered }: Check): Standing {
  // What the rules say beside it is kept up, or it would be news at each check.
  if (before?.status === 'barred' && before.ruling) return { ...before, findings }
  const kept = keptFrom(before)
  if (result === 'clear') return { status: 'clear', ...kept }
  if (result === 'barred') return { status: result, findings, ...(notice !== undefined && { notice }), ...kept }
  if (result === 'ineligible') return { status: result, findings, ...kept }
  return flaggedOrSettled(findings, before?.settled ?? [], untendered)
}
