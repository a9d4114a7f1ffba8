import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { documentClient } from '../../functions/runtime/document-client.ts'
import { localCredentials, region } from '../account.ts'

export interface TableClients {
  plain: DynamoDBClient
  document: DynamoDBDocumentClient
  streams: DynamoDBStreamsClient
}

/** The SDK's own clients; only the endpoint differs from AWS. Its retries bridge a dynoxide that is being replaced. */
export function tableClients(endpoint: string): TableClients {
  const config: DynamoDBClientConfig = { endpoint, region, credentials: localCredentials, maxAttempts: 6 }
  const plain = new DynamoDBClient(config)
  return {
    plain,
    document: documentClient(plain),
    streams: new DynamoDBStreamsClient({ endpoint, region, credentials: localCredentials, maxAttempts: 2 }),
  }
}
