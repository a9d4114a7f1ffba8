import { afterAwardSchema } from '../../domain/after-award/after-award.ts'
import { appraisalSchema } from '../../domain/appraisal/appraisal.ts'
import { businessCaseSchema } from '../../domain/business-case/business-case.ts'
import { type Case, type CaseState, lifeSchema } from '../../domain/case/case.ts'
import { challengesSchema } from '../../domain/challenge/challenge.ts'
import { complianceSchema } from '../../domain/compliance/compliance.ts'
import { conflictsSchema } from '../../domain/conflict/conflict.ts'
import { decisionSchema, letterSchema } from '../../domain/decision/decision.ts'
import { evaluationSchema, scoreSheetSchema } from '../../domain/evaluation/evaluation.ts'
import { markedPapersSchema } from '../../domain/marked-paper/marked-paper.ts'
import { panelMeetingsSchema } from '../../domain/meeting/meeting.ts'
import { nominationSchema } from '../../domain/nomination/nomination.ts'
import { panelSchema } from '../../domain/panel/panel.ts'
import { drawSchema } from '../../domain/panel-draw/draw.ts'
import { proposalSchema } from '../../domain/proposal/proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { ruleBookSchema } from '../../domain/rule-book/rule-book.ts'
import { commentSchema, specificationSchema, versionSchema } from '../../domain/specification/specification.ts'
import { tenderSchema } from '../../domain/tender/tender.ts'
import { workshopSchema } from '../../domain/workshop/workshop.ts'
import type * as z from '../../domain/zod.ts'
import { frozen } from './kept.ts'
import { inKeyOrder } from './query.ts'
import { earlier, shapes } from './shapes.ts'

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
  markedPapers: markedPapersSchema,
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

export const schemas = { ...nouns, ...keyedNouns }
type Schemas = typeof schemas

/**
 * A noun as its item holds it: one text, because to read a whole case item by item as DynamoDB writes maps takes the SDK ten times
 * as long (docs/decisions/0031). It is what its schema makes of it, and the item says which shape that is, so that whoever knows
 * the same shape need not look whether it fits (docs/decisions/0037).
 * @throws ZodError when it does not fit its schema: then nothing is written
 */
export function asWritten(noun: keyof Schemas, body: unknown): { body: string; shape: string } {
  return { body: JSON.stringify(fitting(noun, JSON.parse(JSON.stringify(body)))), shape: shapes[noun] }
}

/** In key order as all that is read, and as the schema says. */
const fitting = (noun: keyof Schemas, body: unknown): unknown => schemas[noun].parse(inKeyOrder({ body })['body'])

/** The parsed nouns of the items that this process keeps: each is parsed once. */
const parsed = new WeakMap<object, unknown>()

/**
 * The noun in an item. What was written in an earlier shape must fit the schema of now; what was written before nouns were texts is a
 * map. An item that is kept (it is frozen) gives the same noun each time, which nobody can change either.
 */
export function nounIn<Noun extends keyof Schemas>(noun: Noun, item: Record<string, unknown>): z.output<Schemas[Noun]> {
  const known = parsed.get(item) ?? read(noun, item)
  if (Object.isFrozen(item)) parsed.set(item, frozen(known))
  return known as z.output<Schemas[Noun]>
}

function read(noun: keyof Schemas, { body, shape }: Record<string, unknown>): unknown {
  if (typeof body !== 'string') return schemas[noun].parse(body)
  const said: unknown = JSON.parse(body)
  if (shape === shapes[noun]) return said
  if (shape !== undefined && !earlier[noun]?.some((one) => one === shape)) throw writtenByANewerVersion()
  return fitting(noun, said)
}

/** To read it by the schema of now would drop what that does not know, and the next write would lose it for good. */
const writtenByANewerVersion = () =>
  new Refusal(
    'Busy',
    'A newer version of this service has changed this. Nothing was changed now. Try again in a few minutes. If it goes on, tell whoever runs the service that a rollback cannot read it.',
  )

/** What differs between two states: a noun, or an entry of one. */
interface Changed {
  noun: keyof Schemas
  entry?: string
  body: unknown
}

export function changedItems(before: Case | undefined, after: CaseState): Changed[] {
  const changed: Changed[] = []
  for (const noun of Object.keys(nouns) as (keyof typeof nouns)[])
    if (after[noun] !== undefined && after[noun] !== before?.[noun]) changed.push({ noun, body: after[noun] })
  for (const noun of Object.keys(keyedNouns) as KeyedNoun[]) {
    const was: Record<string, unknown> = before?.[noun] ?? {}
    const entries: Record<string, unknown> = after[noun] ?? {}
    for (const [entry, body] of Object.entries(entries)) if (body !== was[entry]) changed.push({ noun, entry, body })
  }
  return changed
}
