import { Logger } from '@aws-lambda-powertools/logger'

/** Structured logs. Identifiers only: never a name, never free text that somebody wrote. */
export const logger = new Logger({ serviceName: 'redesign-panels' })
