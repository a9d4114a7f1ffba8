import type * as z from 'zod'
import { afterAwardSchema } from '../../domain/after-award/after-award.ts'
import { appraisalSchema } from '../../domain/appraisal/appraisal.ts'
import { businessCaseSchema } from '../../domain/business-case/business-case.ts'
import { type Case, type CaseState, lifeSchema } from '../../domain/case/case.ts'
import { challengesSchema } from '../../domain/challenge/challenge.ts'
import { complianceSchema } from '../../domain/compliance/compliance.ts'
import { conflictsSchema } from '../../domain/conflict/conflict.ts'
import { decisionSchema, letterSchema } from '../../domain/decision/decision.ts'
import { evaluationSchema, scoreSheetSchema } from '../../domain/evaluation/evaluation.ts'
import { panelMeetingsSchema } from '../../domain/meeting/meeting.ts'
import { nominationSchema } from '../../domain/nomination/nomination.ts'
import { panelSchema } from '../../domain/panel/panel.ts'
import { drawSchema } from '../../domain/panel-draw/draw.ts'
import { proposalSchema } from '../../domain/proposal/proposal.ts'
import { ruleBookSchema } from '../../domain/rule-book/rule-book.ts'
import { commentSchema, specificationSchema, versionSchema } from '../../domain/specification/specification.ts'
import { tenderSchema } from '../../domain/tender/tender.ts'
import { workshopSchema } from '../../domain/workshop/workshop.ts'
import { frozen } from './kept.ts'
import { inKeyOrder } from './query.ts'

/** The nouns of a case that are one item each, with the schema that what is read must fit. */
export const nouns = {
  life: lifeSchema,
  ruleBook: ruleBookSchema,
  proposal: proposalSchema,
  nomination: nominationSchema,
  conflicts: conflictsSchema,
  panel: panelSchema,
  appraisal: appraisalSchema,
  specification: specificationSchema,
  businessCase: businessCaseSchema,
  tender: tenderSchema,
  compliance: complianceSchema,
  evaluation: evaluationSchema,
  decision: decisionSchema,
  afterAward: afterAwardSchema,
  challenges: challengesSchema,
  meetings: panelMeetingsSchema,
} satisfies Partial<Record<keyof CaseState, z.ZodType>>

/** Nouns that grow by entries: one item per entry, loaded only when asked for. */
export const keyedNouns = {
  draws: drawSchema,
  versions: versionSchema,
  comments: commentSchema,
  workshops: workshopSchema,
  scoreSheets: scoreSheetSchema,
  letters: letterSchema,
} satisfies Partial<Record<keyof CaseState, z.ZodType>>

export type KeyedNoun = keyof typeof keyedNouns

/**
 * A noun as its item holds it: one text. Item by item as DynamoDB writes maps, to read a whole case takes the SDK ten times
 * as long as the text (docs/decisions/0031).
 */
export const textOf = (body: unknown): string => JSON.stringify(body)

/** What the items that are kept say: each is parsed once. */
const parsed = new WeakMap<object, unknown>()

/**
 * The noun in an item, in key order as all that is read; what was written before nouns were texts is a map. An item that is kept
 * (it is frozen) gives the same noun each time, which nobody can change either.
 */
export function nounIn<Noun>(schema: { parse(body: unknown): Noun }, item: Record<string, unknown>): Noun {
  const known = parsed.get(item)
  if (known !== undefined) return known as Noun
  const body = item['body']
  const noun = schema.parse(typeof body === 'string' ? inKeyOrder({ body: JSON.parse(body) })['body'] : body)
  if (Object.isFrozen(item)) parsed.set(item, frozen(noun))
  return noun
}

/** The items in which two states differ: `[sort key parts, body]`. */
export function changedItems(
  before: Case | undefined,
  after: CaseState,
): { noun: string; entry?: string; body: unknown }[] {
  const changed: { noun: string; entry?: string; body: unknown }[] = []
  for (const noun of Object.keys(nouns) as (keyof typeof nouns)[])
    if (after[noun] !== undefined && after[noun] !== before?.[noun]) changed.push({ noun, body: after[noun] })
  for (const noun of Object.keys(keyedNouns) as KeyedNoun[]) {
    const was: Record<string, unknown> = before?.[noun] ?? {}
    const entries: Record<string, unknown> = after[noun] ?? {}
    for (const [entry, body] of Object.entries(entries)) if (body !== was[entry]) changed.push({ noun, entry, body })
  }
  return changed
}
