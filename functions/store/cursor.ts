import { Refusal } from '../../domain/refusal.ts'

/** How rows are spelled (rows.ts): on a board (board-rows.ts) `open#` or `past#` first, then an instant and a case. */
const sortKey = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#c[0-9a-f]{12}$/
const onBoard = /^(?:open|past)#/

const isBoard = (audience: string) => audience.split('#')[0] === 'board'

/** A cursor that says where a page of a list ended, so that the next can be read. It is opaque, and valid for that list alone. */
export const cursorAt = (audience: string, sort: string): string =>
  Buffer.from(`${audience} ${sort}`).toString('base64url')

/** The sort key that a cursor of this list stands for. @throws Refusal `Invalid` for anything that no page of it gave */
export function sortAt(audience: string, cursor: string): string {
  const [of, sort = '', ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const form = sortKey.test(sort.replace(onBoard, '')) && onBoard.test(sort) === isBoard(audience)
  if (of === audience && form && rest.length === 0 && cursorAt(audience, sort) === cursor) return sort
  throw new Refusal('Invalid', 'No page of this list ends there. Start again from the first page.', [
    { path: ['after'], message: 'Give back `next` of the page before, unchanged, or nothing' },
  ])
}
