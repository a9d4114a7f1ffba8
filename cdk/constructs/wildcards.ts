import { Aws, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/**
 * Says why permissions within `scope` are for resources that a pattern names; any other wildcard stops the synthesis.
 * @param resources those with a `*`; the others are passed over
 */
export function acknowledgeWildcards(scope: IConstruct, resources: string[], reason: string): void {
  for (const resource of resources.filter((one) => one.includes('*'))) {
    const shown = resource.replaceAll(Aws.ACCOUNT_ID, '<AWS::AccountId>')
    Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${shown}]`, reason })
  }
}
