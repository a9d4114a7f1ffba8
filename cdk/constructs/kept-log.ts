import { RemovalPolicy } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/**
 * A log, kept for a year; the record itself, not the log, is what lasts (requirements §8). It stays when its stack goes, but not
 * when its stack could not be made: the next try needs the name.
 */
export class KeptLog extends LogGroup {
  constructor(scope: Construct, id: string, logGroupName: string) {
    super(scope, id, {
      logGroupName,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
  }
}
