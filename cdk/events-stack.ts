import { Duration, Stack, type StackProps, TimeZone } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Construct } from 'constructs'
import { fiveMinutes, PersonAlarm } from './constructs/alarm.ts'
import { DeadLetters } from './constructs/dead-letters.ts'
import { PanelFunction } from './constructs/panel-function.ts'
import type { Deployment } from './deployment.ts'
import { consumer, sweep } from './function-files.ts'

/** What follows from the record: the stream consumer that wakes the workflows, and the daily sweep that misses nothing. */
export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { deployment: Deployment; table: ITable }) {
    super(scope, id, props)
    this.consume(props.deployment, props.table)
    this.sweepDaily(props.deployment)
    this.watchEmails(props.deployment)
  }

  /** At what rates AWS begins to review an account; at twice the first and five times the second it stops its emails. */
  private watchEmails(deployment: Deployment): void {
    const rates = { 'came back': ['BounceRate', 0.05], 'were complained of': ['ComplaintRate', 0.001] } as const
    for (const [place, [rate, threshold]] of Object.entries(rates))
      new PersonAlarm(this, rate, {
        deployment,
        heading: 'Emails are not wanted',
        place,
        loses: 'If it goes on, AWS sends no more of our emails: nobody is invited, reminded or told of an outcome.',
        metric: new Metric({
          namespace: 'AWS/SES',
          metricName: `Reputation.${rate}`,
          statistic: 'Maximum',
          period: Duration.hours(1),
        }),
        threshold,
      })
  }

  private consume(deployment: Deployment, table: ITable): void {
    const { lambda } = new PanelFunction(this, consumer, { deployment, timeoutSeconds: 60 })
    const passedOver = new DeadLetters(this, 'PassedOver', {
      deployment,
      heading: 'A change was passed over',
      loses:
        'Something that was done to a case woke nobody: the next step waits for the daily sweep, a reminder is lost.',
    })
    lambda.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(12),
        onFailure: new SqsDlq(passedOver),
      }),
    )
    new PersonAlarm(this, 'Late', {
      deployment,
      heading: 'The workflows are woken late',
      loses: 'What people do takes effect minutes late: cases stand still though everybody has answered.',
      metric: lambda.metric('IteratorAge', { period: fiveMinutes, statistic: 'Maximum' }),
      threshold: Duration.minutes(5).toMilliseconds(),
    })
  }

  private sweepDaily(deployment: Deployment): void {
    const swept = new PanelFunction(this, sweep, { deployment, timeoutSeconds: 900 })
    const { lambda } = swept
    const notDone = new DeadLetters(this, 'NotSwept', {
      deployment,
      heading: 'The daily sweep could not begin',
      loses: 'Wake-ups that were lost stay lost: a case may wait for nothing.',
    })
    const scheduler = new Role(this, 'Scheduler', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
    scheduler.addToPolicy(swept.invocation())
    notDone.grantSendMessages(scheduler)
    new Schedule(this, 'Daily', {
      description: 'Compares every open case with its workflow and repeats what was lost',
      schedule: ScheduleExpression.cron({ hour: '5', minute: '0', timeZone: TimeZone.EUROPE_LONDON }),
      target: new LambdaInvoke(lambda, {
        // CDK would let it call every version of the function.
        role: scheduler.withoutPolicyUpdates(),
        deadLetterQueue: notDone,
        retryAttempts: 3,
        maxEventAge: Duration.hours(6),
      }),
    })
    new PersonAlarm(this, 'SweepFailed', {
      deployment,
      heading: 'The daily sweep failed',
      loses: 'Wake-ups that were lost stay lost: a case may wait for nothing.',
      metric: lambda.metricErrors({ period: fiveMinutes }),
      threshold: 1,
    })
    new PersonAlarm(this, 'NoSweep', {
      deployment,
      heading: 'No daily sweep ran',
      loses: 'Wake-ups that were lost stay lost, and nobody would know: a case may wait for nothing.',
      metric: lambda.metricInvocations({ period: Duration.days(1) }),
      threshold: 1,
      silenceIsTheFault: true,
    })
  }
}
