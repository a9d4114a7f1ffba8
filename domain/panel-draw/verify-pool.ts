import type { CaseState } from '../case/case.ts'
import { digest } from '../record/chain.ts'
import * as z from '../zod.ts'
import type { DrawEvent } from './draw.ts'
import { entryOf } from './fair-draw/entry.ts'
import { eligible, instanceOf } from './pool.ts'

type Committed = Extract<DrawEvent, { type: 'DrawCommitted' }>['data']

export const servicesSchema = z.record(
  z.string(),
  z.object({ panels: z.int().min(0), recent: z.boolean(), skills: z.array(z.string()) }),
)

/**
 * Whether a draw was committed to with the pool and the limits that the record gives: nobody who could be drawn was left out,
 * nobody added, and each row says what the nomination says (requirements §5).
 *
 * @param before the case as the record leads to it, up to the commitment
 */
export function poolProblems(before: CaseState, { terms, salts, services }: Committed): string[] {
  const announced = [
    ...(terms.draw === (before.panel?.draw?.number ?? 0) + 1
      ? []
      : [`terms.draw: it is ${terms.draw}, and the draw before it was ${before.panel?.draw?.number ?? 0}`]),
    ...(terms.panels.length === before.ruleBook.panel.panelsInLottery
      ? []
      : [
          `terms.panels: there are ${terms.panels.length}, and the rules of the case say ${before.ruleBook.panel.panelsInLottery}`,
        ]),
  ]
  if (announced.length > 0) return announced
  const known = servicesSchema.safeParse(services)
  if (!known.success) return ['services: they are not what was known of each nominee beyond the record']
  const people = eligible(before, known.data)
  const left = people.filter((person) => salts[person] === undefined)
  const added = Object.keys(salts).filter((person) => !people.includes(person))
  if (left.length > 0 || added.length > 0)
    return [
      ...left.map((person) => `salts: ${person} could be drawn, by the record, and is not in the pool`),
      ...added.map((person) => `salts: ${person} could not be drawn, by the record, and is in the pool`),
    ]
  const entries = Object.fromEntries(people.map((person) => [person, entryOf(person, salts[person] ?? '')]))
  const expected: Record<string, unknown> = instanceOf(before, known.data, entries)
  const actual: Record<string, unknown> = terms.instance
  const lines = new Set([...Object.keys(expected), ...Object.keys(actual)])
  return [...lines]
    .filter((line) => digest(expected[line] ?? null) !== digest(actual[line] ?? null))
    .map((line) => `terms.instance.${line}: it is not what the record gives`)
}
