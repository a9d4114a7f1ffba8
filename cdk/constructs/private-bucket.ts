import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** A bucket that nobody reads but those who are let, over TLS only, and that is never deleted with its stack. */
export function privateBucket(scope: Construct, id: string, props: BucketProps): IBucket {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    ...props,
  })
  // CDK's classes are not written for exactOptionalPropertyTypes.
  return bucket as IBucket
}

/** As long as an award can be asked about: three years from the contract (requirements §8), and the time before it. */
export const evidence = Duration.days(4 * 365 + 1)

/** Where it is kept who asked for what, and from where. @param kept for how long */
export function accessLogs(scope: Construct, id: string, kept: Duration, props: BucketProps = {}): IBucket {
  const bucket = privateBucket(scope, id, { lifecycleRules: [{ expiration: kept }], ...props })
  Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: 'It holds the access logs of something else.' })
  return bucket
}
