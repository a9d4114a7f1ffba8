import type { CaseState } from '../case/case.ts'
import { type Conflicts, reasonsToThem } from './conflict.ts'

/**
 * Who is locked out of a case for a conflict of interest, and why (requirements §4). The case's proposer, clinical lead and
 * project manager are ineligible, not conflicted: they keep seeing what they are owed.
 */
export function excludedFrom({ conflicts, panel }: Pick<CaseState, 'conflicts' | 'panel'>): Map<string, string> {
  const excluded = new Map<string, string>()
  for (const [person, standing] of Object.entries(conflicts?.standings ?? {}))
    if (standing.status === 'barred') excluded.set(person, reasonFor(standing))
  for (const [person, seat] of Object.entries(panel?.seats ?? {}))
    if (seat.status === 'excluded' && !letIn(conflicts?.standings[person])) excluded.set(person, seat.reason)
  return excluded
}

/**
 * Whether somebody who lost their seat may see the case again. The seat is lost for good, but sight comes back when their
 * standing improves: somebody else struck out what it rested on, or the bar ran out.
 */
const letIn = (standing: Conflicts['standings'][string] | undefined): boolean =>
  standing !== undefined && standing.status !== 'barred'

const reasonFor = ({
  ruling,
  notice,
  findings,
}: Extract<Conflicts['standings'][string], { status: 'barred' }>): string =>
  ruling?.reasons ?? notice ?? reasonsToThem(findings)
