import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys } from '../store/keys.ts'
import { partsIn } from '../store/parts.ts'
import { loadPayload, payloadIn } from '../store/payload.ts'

/** What events said; undefined of those that have been erased. */
export interface Sayings {
  inCase<T extends CaseEvent['type']>(
    caseId: string,
    sequence: number,
  ): Promise<Extract<CaseEvent, { type: T }>['data'] | undefined>
  inRegister(sequence: number): Promise<unknown>
}

/**
 * Finds what an event said. The event and its payload are written together, so the payload is mostly in the same batch;
 * otherwise it is read.
 */
export function sayings(given: Pick<Deps, 'table'>, records: DynamoDBRecord[]): Sayings {
  const images = records.flatMap(({ dynamodb }) => (dynamodb?.NewImage ? [dynamodb.NewImage] : []))
  const at = new Map(images.map((image) => [`${image['pk']?.S} ${image['sk']?.S}`, image]))
  const said = async (key: { pk: string; sk: string }): Promise<unknown> => {
    const image = at.get(`${key.pk} ${key.sk}`)
    const item = image && unmarshall(image as Parameters<typeof unmarshall>[0])
    return (item && partsIn(item) === 1 ? payloadIn(item) : await loadPayload(given, key))?.data
  }
  return {
    inCase: async (caseId, sequence) => (await said(keys.payload(caseId, sequence))) as never,
    inRegister: (sequence) => said(keys.registerPayload(sequence)),
  }
}
