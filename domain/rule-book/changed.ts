import { inWords, periodSchema } from '../time/deadline.ts'
import { called, type Path } from './promises.ts'
import { defaultRuleBook, type RuleBook } from './rule-book.ts'

/**
 * What the rules of a case say otherwise than usual, in words. Whoever accepts a case fixes them, and could fix them to suit somebody (a
 * skill that only one person has): so everybody reads it before they nominate.
 */
export const changedRules = (ruleBook: RuleBook): string[] => changes(defaultRuleBook(), ruleBook)

function changes(usual: unknown, now: unknown, at: Path = []): string[] {
  // Where the randomness comes from is said with each draw.
  if (usual === undefined || JSON.stringify(usual) === JSON.stringify(now)) return []
  if (!isSection(usual) || !isSection(now)) return [`${called(at)}: ${said(now)}, usually ${said(usual)}`]
  return Object.keys(now).flatMap((key) => changes(usual[key], now[key], [...at, key]))
}

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !periodSchema.safeParse(value).success

function said(value: unknown): string {
  const period = periodSchema.safeParse(value)
  if (period.success) return inWords(period.data)
  if (Array.isArray(value)) return value.map(said).join(', ') || 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return isSection(value) ? Object.values(value).map(said).join(' ') : String(value)
}
