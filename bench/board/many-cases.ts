import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../../domain/case/case.ts'
import { addMilliseconds } from '../../domain/time/instant.ts'
import { deps } from '../../functions/runtime/deps.ts'
import { rowsOf } from '../../functions/store/rows.ts'
import { START } from '../../test/domain/case-in.ts'
import { following, given, submitted } from '../../test/domain/story.ts'
import { published } from '../../test/domain/tender/published.ts'

/** Cases as they stand on lists: one that waits for its triage, one that is out to tender, one that has ended. */
const kinds: Case[] = [
  given(...submitted),
  published(),
  following(given(...submitted), [{ type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'Overtaken.' } }], START),
]

/** The case of that number: every third of a kind, each a minute after the one before. */
function numbered(number: number): Case {
  const kind = kinds[number % kinds.length] as Case
  const later = (at: string) => addMilliseconds(at, number * 60_000)
  const { life } = kind
  return {
    ...kind,
    id: `c${number.toString(16).padStart(12, '0')}`,
    life: {
      ...life,
      path: life.path.map((passage) => ({ ...passage, entered: later(passage.entered) })),
      ...(life.wait && { wait: { ...life.wait, dueAt: later(life.wait.dueAt) } }),
    },
  }
}

/** Writes the rows that lists show of the cases from one number to another. */
export async function listCases(from: number, to: number): Promise<void> {
  const { client, name } = deps().table
  const rows = Array.from({ length: to - from }, (_, index) => rowsOf(numbered(from + index))).flat()
  for (let start = 0; start < rows.length; start += 25) {
    const requests = rows.slice(start, start + 25).map((row) => ({ PutRequest: { Item: { ...row } } }))
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }))
    if (UnprocessedItems?.[name]) throw new Error('The table did not take all rows.')
  }
}
