import { Aws, Stack, type StackProps } from 'aws-cdk-lib'
import { Trail } from 'aws-cdk-lib/aws-cloudtrail'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { accessLogs, evidence } from './constructs/private-bucket.ts'

export interface TrailStackProps extends StackProps {
  /** Whom alarms tell. */
  topic: Topic
  /** The names of buckets of which every read and write is kept. */
  buckets: string[]
  /** The functions that open tenders; their roles have the same names. */
  opening: string[]
}

/**
 * The trace that an administrator leaves (docs/sealing.md): who changed what in the account, who read or wrote the buckets, kept as
 * long as an award can be asked about, each file signed by the one after it. Whoever uses a tender's key past its two openers, or
 * takes a key away, is told of at once.
 */
export class TrailStack extends Stack {
  constructor(scope: Construct, id: string, props: TrailStackProps) {
    super(scope, id, props)
    const trail = new Trail(this, 'Trail', {
      bucket: accessLogs(this, 'Kept', evidence, { versioned: true }),
      enableFileValidation: true,
      // What is global, such as CloudFront and roles, is told in another region.
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
    })
    trail.addS3EventSelector(
      props.buckets.map((name, index) => ({ bucket: Bucket.fromBucketName(this, `Bucket${index}`, name) })),
    )
    const told = 'A tender’s key was used or changed by somebody who does not open tenders. See docs/sealing.md.'
    this.tell(props.topic, 'KeyTaken', told, {
      eventName: ['ScheduleKeyDeletion', 'DisableKey', 'PutKeyPolicy', 'CreateGrant', 'DeleteAlias', 'UpdateAlias'],
    })
    this.tell(props.topic, 'KeyUsed', told, {
      eventName: ['Decrypt'],
      requestParameters: { encryptionAlgorithm: ['RSAES_OAEP_SHA_256'] },
      userIdentity: {
        arn: [
          {
            'anything-but': {
              prefix: props.opening.map((role) => `arn:aws:sts::${Aws.ACCOUNT_ID}:assumed-role/${role}/`),
            },
          },
        ],
      },
    })
    props.topic.grantPublish(new ServicePrincipal('events.amazonaws.com'))
  }

  private tell(topic: Topic, id: string, told: string, detail: Record<string, unknown>): void {
    new CfnRule(this, id, {
      description: told,
      // Also what only reads, as a Decrypt does.
      state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      eventPattern: {
        source: ['aws.kms'],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: { eventSource: ['kms.amazonaws.com'], ...detail },
      },
      targets: [{ id: 'Alarms', arn: topic.topicArn }],
    })
  }
}
