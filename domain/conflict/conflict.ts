import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import { countsSchema } from './counts.ts'
import { ruleIds } from './rule-rows.ts'

/** A rule that applies to a person, with what it rests on, in words. */
export const findingSchema = z.object({
  rule: z.enum(ruleIds),
  evidence: z.string(),
  /** What the person themselves is told instead: the evidence rests on what others entered of themselves, or on who tenders. */
  toThem: z.string().optional(),
  /** The organisation that it is about. */
  organisationId: z.string().optional(),
  /** Every organisation on the way there, the person's own first. */
  chain: z.array(z.string()).optional(),
  /** Whose interest it is, where it is that of somebody close. */
  relative: z.string().optional(),
  /** Who entered it into the register, where the person did not declare it: they do not rule on it. */
  enteredBy: z.string().optional(),
  /** If it is true it bars: then nobody manages it (requirements §4: a bar is never relaxed). */
  wouldBar: z.literal(true).optional(),
  /** A digest of the facts it rests on: a ruling holds until one of them changes (requirements §4). */
  fingerprint: z.string().optional(),
})
export type Finding = z.infer<typeof findingSchema>

/** What a person is told of a finding about them. */
export const toldThem = ({ toThem, evidence }: Finding): string => toThem ?? evidence

/** Why, as the person themselves is told: each sentence once. */
export const reasonsToThem = (findings: readonly Finding[]): string =>
  [...new Set(findings.map((finding) => `${toldThem(finding)} (${finding.rule})`))].join(' ')

export const checkResult = z.enum(['clear', 'flagged', 'barred', 'ineligible'])

/** What the rules say of a person: the gravest of their findings. A bar is never relaxed; a flag is adjudicated. */
export const checkSchema = z.object({
  result: checkResult,
  findings: z.array(findingSchema),
  /** Of somebody barred: what they are told. It says nothing of who tenders wherever the register bars them by itself. */
  notice: z.string().optional(),
  /** What would be found if nobody had tendered, where that is otherwise: what they read of their own who may not know who did. */
  untendered: z.array(findingSchema).optional(),
})
export type Check = z.infer<typeof checkSchema>

export const rulings = ['cleared', 'managed', 'barred'] as const

const ruled = { findings: z.array(findingSchema), reasons: z.string(), by: z.string(), at: instantSchema }

/** A match that has been ruled on: it is not raised again while its facts are the same. */
const settledSchema = z.object({
  fingerprint: z.string(),
  ruling: z.enum(['cleared', 'managed']),
  reasons: z.string(),
  mitigation: z.string().optional(),
  /** The skill for which nobody else could be found. */
  soleExpertIn: z.string().optional(),
  by: z.string(),
  at: instantSchema,
})
export type Settled = z.infer<typeof settledSchema>
const beside = {
  settled: z.array(settledSchema).optional(),
  /** What would be found if nobody had tendered, where that is otherwise. */
  untendered: z.array(findingSchema).optional(),
}

/** Where a person stands in a case. */
export const standingSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('clear'), ...beside }),
  z.object({ status: z.literal('flagged'), findings: z.array(findingSchema), ...beside }),
  /** A false positive; it stops being raised. */
  z.object({ status: z.literal('cleared'), ...ruled, ...beside }),
  z.object({
    status: z.literal('managed'),
    ...ruled,
    mitigation: z.string(),
    soleExpertIn: z.string().optional(),
    ...beside,
  }),
  /** By a rule, or by a ruling on a flag. */
  z.object({
    status: z.literal('barred'),
    findings: z.array(findingSchema),
    /** What they were told; absent in old checks. */
    notice: z.string().optional(),
    ruling: z.object(ruled).optional(),
    ...beside,
  }),
  z.object({ status: z.literal('ineligible'), findings: z.array(findingSchema), ...beside }),
])
export type Standing = z.infer<typeof standingSchema>

/** When conflicts are looked at (requirements §4). */
export const occasions = [
  'submission',
  'nomination',
  'panel formation',
  'seat',
  'specification',
  'tender opening',
  'scoring',
  'vote',
  'register',
] as const
export type Occasion = (typeof occasions)[number]

export const conflictsSchema = z.object({
  /** The version of the register that the last check was computed from. */
  register: z.string(),
  checkedAt: instantSchema,
  /** By person. */
  standings: z.record(z.string(), standingSchema),
  /** As everybody stood when it was decided: what is found later changes nothing that the decision rested on. */
  atDecision: countsSchema.optional(),
  /** While anybody's flagged interest waits for a ruling. */
  waiting: z
    .object({
      since: instantSchema,
      /** Present once they were reminded of in the midst of a stage; then they are chased. */
      chaseAt: instantSchema.optional(),
      escalatedAt: instantSchema.optional(),
    })
    .optional(),
})
export type Conflicts = z.infer<typeof conflictsSchema>

/** How a check differs from the one before: what came, and what no longer holds, in words. */
export interface Change {
  person: string
  from: Check['result'] | 'unchecked'
  to: Check['result']
  came: string[]
  went: string[]
}

export type ConflictEvent =
  | {
      type: 'ConflictsChecked'
      data: {
        occasion: Occasion
        register: string
        /** How many people were looked at. */
        checked?: number
        /** Of those who stand otherwise than before. */
        results: Record<string, Check>
        /** Who stands otherwise than before, and by which rules. */
        changed?: Change[]
      }
    }
  /** Flags that came up in the midst of a stage still wait for a ruling: the secretariat is reminded; overdue, the approver is told. */
  | { type: 'FlagsChased'; data: { people: string[]; overdue: boolean; chaseAt: string } }
  | { type: 'InterestCleared'; data: Ruled }
  | { type: 'InterestManaged'; data: Ruled & { mitigation: string; soleExpertIn?: string } }
  | { type: 'PersonBarred'; data: Ruled }

interface Ruled {
  person: string
  reasons: string
  /** What the ruling is on. Absent in old events: then it is on every flag that was open. */
  findings?: Finding[]
}

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

/** Barred, and so locked out of the case. People who are ineligible are neither (requirements §4). */
export const isLockedOut = ({ conflicts }: { conflicts?: Conflicts }, person: string): boolean =>
  conflicts?.standings[person]?.status === 'barred'

export const isBarred = (conflicts: Conflicts | undefined, person: string): boolean => {
  const status = conflicts?.standings[person]?.status
  return status === 'barred' || status === 'ineligible'
}
