import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import { sameFindings } from './check.ts'
import type { Check, Conflicts, Standing } from './conflict.ts'

export function evolveConflicts(conflicts: Conflicts | undefined, event: Recorded): Conflicts | undefined {
  if (event.type === 'ConflictsChecked') {
    const { register, results } = event.data
    const standings = { ...conflicts?.standings }
    for (const [person, check] of Object.entries(results)) standings[person] = after(standings[person], check)
    return { register, checkedAt: event.at, standings }
  }
  if (!conflicts) return conflicts
  const ruled = (person: string, reasons: string, rule: (ruling: Ruled) => Standing): Conflicts => {
    const before = conflicts.standings[person]
    const findings = before && 'findings' in before ? before.findings : []
    const standing = rule({ findings, reasons, by: personOf(event.by) ?? '', at: event.at })
    return { ...conflicts, standings: { ...conflicts.standings, [person]: standing } }
  }
  switch (event.type) {
    case 'InterestCleared':
      return ruled(event.data.person, event.data.reasons, (ruling) => ({ status: 'cleared', ...ruling }))
    case 'InterestManaged': {
      const { person, reasons, mitigation } = event.data
      return ruled(person, reasons, (ruling) => ({ status: 'managed', ...ruling, mitigation }))
    }
    case 'PersonBarred':
      return ruled(event.data.person, event.data.reasons, (ruling) => ({
        status: 'barred',
        findings: ruling.findings,
        ruling,
      }))
    default:
      return conflicts
  }
}

interface Ruled {
  findings: Check['findings']
  reasons: string
  by: string
  at: string
}

/** A ruling stands as long as the same is found; a bar is never relaxed. */
function after(before: Standing | undefined, { result, findings }: Check): Standing {
  if (before?.status === 'barred' && before.ruling) return before
  if (
    (before?.status === 'cleared' || before?.status === 'managed') &&
    result === 'flagged' &&
    sameFindings(before.findings, findings)
  )
    return before
  return result === 'clear' ? { status: 'clear' } : { status: result, findings }
}
