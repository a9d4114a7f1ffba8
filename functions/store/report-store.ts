import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { Refusal } from '../../domain/refusal.ts'
import { type Report, reportSchema } from '../../domain/report/report.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys, prefixes } from './keys.ts'
import { queryAll, queryPage } from './query.ts'

type Store = Pick<Deps, 'table'>

/** The report of a month, when it was edited or sent. */
export async function findReport({ table }: Store, month: string): Promise<Report | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.report(month), ConsistentRead: true }),
  )
  return Item && reportSchema.parse(Item['body'])
}

/** Those that were edited or sent, newest first. */
export async function readReports(
  deps: Store,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ reports: Report[]; next?: string }> {
  const { items, next } = await queryPage(deps, prefixes.reports, { limit, after, newestFirst: true })
  return { reports: items.map((item) => reportSchema.parse(item['body'])), ...(next !== undefined && { next }) }
}

/** All that were sent: public, newest first. */
export async function sentReports(deps: Store): Promise<Report[]> {
  const reports = (await queryAll(deps, prefixes.reports)).map((item) => reportSchema.parse(item['body']))
  return reports.filter(({ status }) => status === 'sent').reverse()
}

/** Keeps a report over the version it was made from. @throws Refusal `Stale`, `AlreadyDone` when it was sent */
export async function keepReport(deps: Store, report: Report): Promise<void> {
  const { table } = deps
  const over = report.version - 1
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.report(report.month), body: report },
        ...(over === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'body.#version = :over AND body.#status = :draft',
              ExpressionAttributeNames: { '#version': 'version', '#status': 'status' },
              ExpressionAttributeValues: { ':over': over, ':draft': 'draft' },
            }),
      }),
    )
  } catch (error) {
    if ((error as Error).name !== 'ConditionalCheckFailedException') throw error
    const theirs = await findReport(deps, report.month)
    if (theirs?.status === 'sent')
      throw new Refusal(
        'AlreadyDone',
        'This report has been sent and can no longer be changed. Add anything else to the next one.',
      )
    throw new Refusal(
      'Stale',
      `This report was edited in the meantime (version ${theirs?.version ?? 0}). Nothing was overwritten: load it and repeat your change.`,
    )
  }
}
