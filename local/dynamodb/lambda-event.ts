import type { _Record, AttributeValue as SdkValue } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, AttributeValue as LambdaValue } from 'aws-lambda'

type SdkImage = Record<string, SdkValue>
type LambdaImage = Record<string, LambdaValue>

/**
 * A record as the Lambda service hands it to a function: bytes as base64, times as seconds.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export function lambdaRecord(record: _Record, streamArn: string): DynamoDBRecord {
  const change = record.dynamodb
  return {
    ...(record.eventID && { eventID: record.eventID }),
    ...(record.eventName && { eventName: record.eventName }),
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion ?? '',
    eventSourceARN: streamArn,
    dynamodb: {
      ...(change?.ApproximateCreationDateTime && {
        ApproximateCreationDateTime: Math.floor(change.ApproximateCreationDateTime.getTime() / 1000),
      }),
      ...(change?.Keys && { Keys: lambdaImage(change.Keys) }),
      ...(change?.NewImage && { NewImage: lambdaImage(change.NewImage) }),
      ...(change?.OldImage && { OldImage: lambdaImage(change.OldImage) }),
      ...(change?.SequenceNumber && { SequenceNumber: change.SequenceNumber }),
      ...(change?.SizeBytes !== undefined && { SizeBytes: change.SizeBytes }),
      ...(change?.StreamViewType && { StreamViewType: change.StreamViewType }),
    },
    ...(record.userIdentity && {
      userIdentity: { type: record.userIdentity.Type, principalId: record.userIdentity.PrincipalId },
    }),
  }
}

function lambdaImage(image: SdkImage): LambdaImage {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, lambdaValue(value)]))
}

function lambdaValue(value: SdkValue): LambdaValue {
  if (value.B !== undefined) return { B: base64(value.B) }
  if (value.BS !== undefined) return { BS: value.BS.map(base64) }
  if (value.L !== undefined) return { L: value.L.map(lambdaValue) }
  if (value.M !== undefined) return { M: lambdaImage(value.M) }
  if (value.S !== undefined) return { S: value.S }
  if (value.N !== undefined) return { N: value.N }
  if (value.BOOL !== undefined) return { BOOL: value.BOOL }
  if (value.NULL !== undefined) return { NULL: value.NULL }
  if (value.SS !== undefined) return { SS: value.SS }
  if (value.NS !== undefined) return { NS: value.NS }
  throw new Error(`The stream carries a value of a kind that is not known here: ${Object.keys(value).join()}.`)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
