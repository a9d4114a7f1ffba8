import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { expect } from 'vitest'
import { registerRules } from '../../domain/conflict/verify-checks.ts'
import { problemsHeld, rules } from '../../domain/record/held.ts'
import { timeProblems } from '../../domain/record/verify-chain.ts'
import { RegisterPast } from '../../domain/register/past.ts'
import { deps } from '../../functions/runtime/deps.ts'
import { exportRecord } from '../../functions/store/event-store.ts'
import { keys } from '../../functions/store/keys.ts'
import { exportRegister } from '../../functions/store/register-past.ts'

/** Whatever was played in a file, the verifier finds nothing wrong in the record of any case, as far as it has come. */
export async function everyRecordIsHonest(): Promise<void> {
  const { client, name } = deps().table
  const heads = {
    TableName: name,
    FilterExpression: 'sk = :head and begins_with(pk, :case)',
    ExpressionAttributeValues: { ':head': keys.head('').sk, ':case': keys.head('').pk },
  }
  const found: Record<string, unknown>[] = []
  for await (const { Items = [] } of paginateScan({ client }, heads)) found.push(...Items)
  const held = [...rules, ...registerRules(new RegisterPast(await exportRegister(deps())))]
  for (const { pk, sequence, hash } of found) {
    const id = String(pk).slice(keys.head('').pk.length)
    const record = await exportRecord(deps(), { id, head: { sequence, hash } } as Parameters<typeof exportRecord>[1])
    expect([...timeProblems(record.events), ...problemsHeld(record, held).problems]).toEqual([])
  }
}
