import { SFNClient } from '@aws-sdk/client-sfn'

export const workflowsClient = (): SFNClient => new SFNClient()
