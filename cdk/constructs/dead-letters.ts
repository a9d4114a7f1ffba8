import { Duration, Validations } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Deployment } from '../deployment.ts'
import { fiveMinutes, PersonAlarm } from './alarm.ts'

/** Where what could not be done is kept for somebody to look at; the first thing in it raises an alarm. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, props: { deployment: Deployment; heading: string; loses: string }) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    })
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is itself a dead-letter queue.' })
    new PersonAlarm(this, 'Alarm', {
      ...props,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes, statistic: 'Maximum' }),
      threshold: 1,
    })
  }
}
