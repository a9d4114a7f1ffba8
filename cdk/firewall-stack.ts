import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'

/**
 * What one address may ask of the API in five minutes: a fifth of what the entrance lets through for everybody
 * (entrance-stack.ts), and room for a hundred people whose network shows one address.
 */
const requestsOfAnAddress = 6000

/** Keeps one address from shutting the others out. It stands in us-east-1: CloudFront takes it from nowhere else. */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { firewallName: string }) {
    super(scope, id, props)
    const seen = (metricName: string) => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false })
    const firewall = new CfnWebACL(this, 'Firewall', {
      name: props.firewallName,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('all'),
      rules: [
        {
          name: 'too-many-from-one-address',
          priority: 0,
          // The portal explains it, and keeps what was typed (web/api.ts).
          action: { block: { customResponse: { responseCode: 429 } } },
          visibilityConfig: seen('too-many-from-one-address'),
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              evaluationWindowSec: 300,
              limit: requestsOfAnAddress,
              scopeDownStatement: {
                byteMatchStatement: {
                  fieldToMatch: { uriPath: {} },
                  positionalConstraint: 'STARTS_WITH',
                  searchString: '/api/',
                  textTransformations: [{ priority: 0, type: 'NONE' }],
                },
              },
            },
          },
        },
      ],
    })
    new CfnOutput(this, 'FirewallArn', { value: firewall.attrArn })
  }
}
