import { Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'

export interface AlarmStackProps extends StackProps {
  mail: string | undefined
  /** US dollars. */
  monthlyBudget: number | undefined
}

/** Whom alarms tell, and what tells that the account costs more than it should. */
export class AlarmStack extends Stack {
  readonly topic: Topic

  constructor(scope: Construct, id: string, props: AlarmStackProps) {
    super(scope, id, props)
    this.topic = new Topic(this, 'Alarms', { displayName: 'Redesign Panels', enforceSSL: true })
    if (props.mail === undefined)
      Validations.of(this).addWarning('nobody-is-told', 'Nobody is told of alarms: give -c alarmMail=<address>.')
    else this.topic.addSubscription(new EmailSubscription(props.mail))
    if (props.mail !== undefined && props.monthlyBudget !== undefined) this.watch(props.mail, props.monthlyBudget)
  }

  /** Told at four fifths of the budget, and as soon as the month is expected to go over it. */
  private watch(mail: string, dollars: number): void {
    const tell = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, threshold, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
      subscribers: [{ subscriptionType: 'EMAIL', address: mail }],
    })
    new CfnBudget(this, 'Month', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: dollars, unit: 'USD' } },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
    })
  }
}
