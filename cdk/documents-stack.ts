import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { MalwareScan } from './constructs/malware-scan.ts'
import { accessLogs, privateBucket } from './constructs/private-bucket.ts'

export interface DocumentsStackProps extends StackProps {
  bucketName: string
  /** Where the portal's pages come from. */
  portalDomain: string | undefined
}

/** Papers and sealed tenders, in areas of their own: every version is kept. */
export class DocumentsStack extends Stack {
  readonly bucket: IBucket

  constructor(scope: Construct, id: string, props: DocumentsStackProps) {
    super(scope, id, props)
    this.bucket = privateBucket(this, 'Documents', {
      bucketName: props.bucketName,
      versioned: true,
      serverAccessLogsBucket: accessLogs(this, 'AccessLogs'),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      cors: [
        {
          // Bidders' browsers put what they sealed straight here; an origin alone gives nobody anything, the address is signed.
          allowedOrigins: [`https://${props.portalDomain ?? '*.cloudfront.net'}`],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: ['x-amz-checksum-sha256', 'if-none-match', 'content-type'],
          maxAge: 3600,
        },
      ],
    })
    new MalwareScan(this, 'MalwareScan', { bucketName: props.bucketName, prefix: 'documents/opened/' })
  }
}
