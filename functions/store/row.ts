import type { Summary } from '../../domain/case/listed.ts'
import type { Wait } from '../../domain/wait/wait.ts'
import type { Audience, Listed } from './audiences.ts'

/**
 * What a list shows of a case. Each row is written for one audience, in the same transaction as the events, so that a list
 * is one Query and nobody's list is ever filtered after it was read (design §3).
 */
export interface Row {
  pk: string
  sk: string
  body: Listed
}

/** A row of a list that shows the summary of a case, and more. */
export type WriteRow = <Body extends Summary>(
  audience: Audience<Body>,
  sort: string,
  more: Omit<Body, keyof Summary>,
) => Row

/** What a row shows of a wait. */
export const dueOf = ({ name, since, dueAt, escalatedAt }: Wait) => ({
  wait: name,
  since,
  dueAt,
  ...(escalatedAt && { escalatedAt }),
})
