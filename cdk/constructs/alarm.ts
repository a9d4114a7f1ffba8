import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Construct } from 'constructs'
import type { Deployment } from '../deployment.ts'

/** A service's own counts over five minutes, which most alarms watch. */
export const fiveMinutes = Duration.minutes(5)

export interface PersonAlarmProps {
  deployment: Deployment
  /** The heading in docs/runbook.md, without the place. */
  heading: string
  /** Where, when an alarm of this heading stands in several places. */
  place?: string
  /** What somebody loses while it lasts, in words for whoever is woken by it. */
  loses: string
  metric: IMetric
  /** Raised when the metric is at or above it. */
  threshold: number
  /** Silence is the fault, for what must happen regularly. */
  silenceIsTheFault?: boolean
}

/** An alarm named for what a person loses; its heading in docs/runbook.md says what to do. */
export class PersonAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: PersonAlarmProps) {
    const { deployment, heading, place, loses, metric, threshold, silenceIsTheFault = false } = props
    super(scope, id, {
      alarmName: deployment.name(place === undefined ? heading : `${heading}: ${place}`),
      alarmDescription: `${loses} What to do: docs/runbook.md, “${heading}”.`,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: silenceIsTheFault
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silenceIsTheFault ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
    this.addAlarmAction(new SnsAction(deployment.alarms))
    this.addOkAction(new SnsAction(deployment.alarms))
  }
}
