import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { _Record } from '@aws-sdk/client-dynamodb-streams'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { readJson, writeAtomically } from '../atomic-file.ts'

const schema = z.object({
  streamArn: z.string(),
  shards: z.record(z.string(), z.object({ after: z.string(), digest: z.string(), ended: z.boolean() })),
})

/** Per shard, the last record whose handler succeeded. `digest` recognises that record. */
export type Checkpoint = z.infer<typeof schema>

/**
 * The checkpoint in the folder. One of another stream (the table was made anew) or an unreadable one is no checkpoint: the
 * stream is then read from its beginning, which the consumer bears, as it bears every doubled record.
 */
export async function readCheckpoint(folder: string, streamArn: string): Promise<Checkpoint> {
  const stored = schema.safeParse(await readJson(file(folder)).catch(() => undefined))
  return stored.success && stored.data.streamArn === streamArn ? stored.data : { streamArn, shards: {} }
}

export async function writeCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  await writeAtomically(file(folder), JSON.stringify(checkpoint))
}

export function digestOf(record: _Record): string {
  const { SequenceNumber, Keys, NewImage, OldImage } = record.dynamodb ?? {}
  const bytes = (_key: string, value: unknown) => (value instanceof Uint8Array ? [...value] : value)
  const plain: unknown = JSON.parse(
    JSON.stringify([SequenceNumber, record.eventName, Keys, NewImage ?? null, OldImage ?? null], bytes),
  )
  return createHash('sha256')
    .update(canonicalize(plain) ?? '')
    .digest('hex')
}

function file(folder: string): string {
  return join(folder, 'stream-checkpoint.json')
}
