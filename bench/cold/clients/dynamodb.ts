export { DynamoDBClient } from '@aws-sdk/client-dynamodb'
export { DynamoDBDocumentClient, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
