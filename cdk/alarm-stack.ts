import { Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'

/** Whom alarms tell. */
export class AlarmStack extends Stack {
  readonly topic: Topic

  constructor(scope: Construct, id: string, props: StackProps & { mail: string | undefined }) {
    super(scope, id, props)
    this.topic = new Topic(this, 'Alarms', { displayName: 'Redesign Panels', enforceSSL: true })
    if (props.mail === undefined)
      Validations.of(this).addWarning('nobody-is-told', 'Nobody is told of alarms: give -c alarmMail=<address>.')
    else this.topic.addSubscription(new EmailSubscription(props.mail))
  }
}
