import * as z from 'zod'
import { instantSchema } from '../time/instant.ts'

/** Each rule of requirements §4 by its identifier, as it appears on the record. */
export const ruleIds = [
  'bar-company',
  'bar-own-provider',
  'bar-this-case',
  'bar-family',
  'ineligible-proposer',
  'flag-host',
  'flag-other',
  'flag-unknown-organisation',
] as const
export type RuleId = (typeof ruleIds)[number]

/** A rule that applies to a person, with what it rests on, in words. */
export const findingSchema = z.object({
  rule: z.enum(ruleIds),
  evidence: z.string(),
  organisationId: z.string().optional(),
})
export type Finding = z.infer<typeof findingSchema>

/** What the rules say of a person: the gravest of their findings. A bar is never relaxed; a flag is adjudicated. */
export const checkSchema = z.object({
  result: z.enum(['clear', 'flagged', 'barred', 'ineligible']),
  findings: z.array(findingSchema),
})
export type Check = z.infer<typeof checkSchema>

export const rulings = ['cleared', 'managed', 'barred'] as const

const ruled = { findings: z.array(findingSchema), reasons: z.string(), by: z.string(), at: instantSchema }

/** Where a person stands in a case. */
export const standingSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('clear') }),
  z.object({ status: z.literal('flagged'), findings: z.array(findingSchema) }),
  /** A false positive; it stops being raised. */
  z.object({ status: z.literal('cleared'), ...ruled }),
  z.object({ status: z.literal('managed'), ...ruled, mitigation: z.string() }),
  /** By a rule, or by a ruling on a flag. */
  z.object({ status: z.literal('barred'), findings: z.array(findingSchema), ruling: z.object(ruled).optional() }),
  z.object({ status: z.literal('ineligible'), findings: z.array(findingSchema) }),
])
export type Standing = z.infer<typeof standingSchema>

export const occasions = ['panel formation', 'specification', 'tender opening', 'scoring', 'vote'] as const
export type Occasion = (typeof occasions)[number]

export const conflictsSchema = z.object({
  /** The version of the register that the last check was computed from. */
  register: z.string(),
  checkedAt: instantSchema,
  /** By person. */
  standings: z.record(z.string(), standingSchema),
})
export type Conflicts = z.infer<typeof conflictsSchema>

export type ConflictEvent =
  | { type: 'ConflictsChecked'; data: { occasion: Occasion; register: string; results: Record<string, Check> } }
  | { type: 'InterestCleared'; data: { person: string; reasons: string } }
  | { type: 'InterestManaged'; data: { person: string; reasons: string; mitigation: string } }
  | { type: 'PersonBarred'; data: { person: string; reasons: string } }

/** People whose flagged interests have not been adjudicated. */
export const flagged = (conflicts: Conflicts | undefined): string[] =>
  Object.entries(conflicts?.standings ?? {})
    .filter(([, standing]) => standing.status === 'flagged')
    .map(([person]) => person)
    .sort()

/** Clear, or adjudicated so that they may sit. */
export function mayServe(conflicts: Conflicts | undefined, person: string): boolean {
  const status = conflicts?.standings[person]?.status
  return status === 'clear' || status === 'cleared' || status === 'managed'
}

export const isBarred = (conflicts: Conflicts | undefined, person: string): boolean => {
  const status = conflicts?.standings[person]?.status
  return status === 'barred' || status === 'ineligible'
}
