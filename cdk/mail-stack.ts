import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'

/** The domain that reminders come from. Its DKIM records must be put into its DNS by whoever holds it (docs/deploy.md). */
export class MailStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { domain: string }) {
    super(scope, id, props)
    const identity = new EmailIdentity(this, 'Domain', { identity: Identity.domain(props.domain) })
    for (const [index, { name, value }] of identity.dkimRecords.entries())
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}` })
  }
}
