import type { Deps } from '../runtime/deps.ts'
import { cursorAt, sortAt } from './cursor.ts'
import { prefixes } from './keys.ts'
import { queryPage } from './query.ts'
import { audiences } from './rows.ts'

export interface Page {
  rows: Record<string, unknown>[]
  /** Give it back to get the page after. */
  next?: string
}

/**
 * One page of the rows written for an audience: one Query, whatever the number of cases.
 * @param page `after` is `next` of the page before
 * @throws Refusal `Invalid` when it is not
 */
export async function readList(
  deps: Pick<Deps, 'table'>,
  audience: string,
  { after, ...page }: { limit: number; after?: string | undefined; newestFirst?: boolean },
): Promise<Page> {
  const from = after === undefined ? undefined : sortAt(audience, after)
  const { items, next } = await queryPage(deps, prefixes.rows(audience), { ...page, after: from })
  return {
    rows: items.map((item) => item['body'] as Record<string, unknown>),
    ...(next === undefined ? {} : { next: cursorAt(audience, next) }),
  }
}

/** The identifiers of every case that has not ended. */
export async function* openCases(deps: Pick<Deps, 'table'>): AsyncGenerator<string> {
  let after: string | undefined
  do {
    const page = await queryPage(deps, { ...prefixes.rows(audiences.board), sk: 'open#' }, { limit: 100, after })
    for (const { body } of page.items) yield String((body as { caseId: string }).caseId)
    after = page.next
  } while (after)
}
