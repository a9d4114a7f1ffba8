import { exactly, totalOf } from './exactly.ts'
import { words } from './words.ts'

/** What the weights and the price share come to as they are typed, exactly. */
export function RunningTotal({ typed }: { typed: readonly string[] }) {
  const said = words.form
  const total = totalOf(typed.map((one) => one.trim() || '0'))
  return (
    <p role="status">
      {total === undefined
        ? said.unreadable
        : `${said.total(exactly(total.toFraction()))}, ${total.equals(100) ? said.totalRight : said.totalWrong}.`}
    </p>
  )
}
