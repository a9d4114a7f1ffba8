import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { MalwareScan } from './constructs/malware-scan.ts'
import { accessLogs, evidence, privateBucket } from './constructs/private-bucket.ts'

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
      serverAccessLogsBucket: accessLogs(this, 'AccessLogs', evidence),
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        // What was erased, or taken back from a draft, is gone for good after a month.
        { prefix: 'documents/opened/supplied/', noncurrentVersionExpiration: Duration.days(30) },
      ],
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
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'SealedOnce',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects('tenders/*')],
        // Whoever may put a tender there cannot put another over it.
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    )
    new MalwareScan(this, 'MalwareScan', {
      bucketName: props.bucketName,
      bucket: this.bucket,
      prefix: 'documents/opened/',
    })
  }
}
