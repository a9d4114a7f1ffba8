import { type Checklist, checklistSchema, type Milestone, milestones } from '../../domain/after-award/after-award.ts'
import { firstChecklists } from '../../domain/after-award/checklists.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys, prefixes } from './keys.ts'
import { queryAll, queryPage } from './query.ts'
import { put, type Write } from './transaction.ts'

type Table = Pick<Deps, 'table'>

/** The newest version of a milestone's checklist; the first is in the code, and no item. */
export async function latestChecklist(deps: Table, milestone: Milestone): Promise<Checklist> {
  const { items } = await queryPage(deps, prefixes.checklists(milestone), { limit: 1, newestFirst: true })
  const [newest] = items
  return newest ? checklistSchema.parse(newest['body']) : firstChecklists[milestone]
}

export async function latestChecklists(deps: Table): Promise<Record<Milestone, Checklist>> {
  const latest = await Promise.all(milestones.map((milestone) => latestChecklist(deps, milestone)))
  return Object.fromEntries(milestones.map((milestone, index) => [milestone, latest[index]])) as Record<
    Milestone,
    Checklist
  >
}

/** Every version of a milestone's checklist, the oldest first. */
export async function readChecklists(deps: Table, milestone: Milestone): Promise<Checklist[]> {
  const learnt = await queryAll(deps, prefixes.checklists(milestone))
  return [firstChecklists[milestone], ...learnt.map(({ body }) => checklistSchema.parse(body))]
}

/** The next version; it fails when somebody else wrote that version first. */
export const nextChecklist = (deps: Deps, milestone: Milestone, checklist: Checklist): Write =>
  put(deps, { ...keys.checklist(milestone, checklist.version), body: checklist }, 'attribute_not_exists(pk)')
