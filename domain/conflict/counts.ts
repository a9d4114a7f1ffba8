import * as z from '../zod.ts'
import type { Conflicts } from './conflict.ts'

/** How many people stand how, and to how many each rule applied: for everybody, without a name. */
export const countsSchema = z.object({
  checked: z.int(),
  clear: z.int(),
  /** Waiting for a ruling. A case that was decided before these were counted says nothing of them. */
  flagged: z.int().optional(),
  cleared: z.int(),
  managed: z.int(),
  barred: z.int(),
  ineligible: z.int(),
  /** By rule. */
  rules: z.record(z.string(), z.int()),
})
export type Counts = z.infer<typeof countsSchema>

export function countConflicts(conflicts: Pick<Conflicts, 'standings'> | undefined): Counts {
  const standings = Object.values(conflicts?.standings ?? {})
  const count = (status: string) => standings.filter((one) => one.status === status).length
  const rules: Record<string, number> = {}
  for (const one of standings)
    for (const rule of new Set('findings' in one ? one.findings.map((finding) => finding.rule) : []))
      rules[rule] = (rules[rule] ?? 0) + 1
  return {
    checked: standings.length,
    clear: count('clear'),
    flagged: count('flagged'),
    cleared: count('cleared'),
    managed: count('managed'),
    barred: count('barred'),
    ineligible: count('ineligible'),
    rules,
  }
}
