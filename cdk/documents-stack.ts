import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { accessLogs, privateBucket } from './constructs/private-bucket.ts'

/** Papers and sealed tenders: every version is kept. */
export class DocumentsStack extends Stack {
  readonly bucket: IBucket

  constructor(scope: Construct, id: string, props: StackProps & { bucketName: string }) {
    super(scope, id, props)
    this.bucket = privateBucket(this, 'Documents', {
      bucketName: props.bucketName,
      versioned: true,
      serverAccessLogsBucket: accessLogs(this, 'AccessLogs'),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
    })
  }
}
