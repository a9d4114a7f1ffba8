import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stack, type StackProps, Validations } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { KeptLog } from './constructs/kept-log.ts'
import { acknowledgeWildcards } from './constructs/wildcards.ts'

const portal = fileURLToPath(new URL('../dist/web', import.meta.url))
const swaggerUi = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')))
/** Those that the page `/api/docs` loads. */
const swaggerFiles = ['swagger-ui.css', 'swagger-ui-bundle.js']

export interface PagesStackProps extends StackProps {
  bucketName: string
  distribution: Distribution
  /** What the portal reads to sign people in. */
  configuration: { issuer: string; clientId: string }
}

/** The portal as it was built, told where to sign in; and what makes the API readable. */
export class PagesStack extends Stack {
  constructor(scope: Construct, id: string, props: PagesStackProps) {
    super(scope, id, props)
    const isBuilt = existsSync(join(portal, 'index.html'))
    if (!isBuilt)
      Validations.of(this).addWarning(
        'portal-not-built',
        'dist/web is empty, so no portal would be deployed. Build it first: npx vite build web',
      )
    const logGroup = new KeptLog(this, 'Log', `/redesign-panels/${this.stackName}`)
    const destinationBucket = Bucket.fromBucketName(this, 'Bucket', props.bucketName)
    const put = (name: string, sources: ISource[], destinationKeyPrefix?: string) =>
      new BucketDeployment(this, name, {
        sources,
        destinationBucket,
        ...(destinationKeyPrefix !== undefined && { destinationKeyPrefix }),
        distribution: props.distribution,
        // Pages of the version before are still open in browsers, and ask for their files.
        prune: false,
        cacheControl: [CacheControl.noCache()],
        logGroup,
      })
    put('Portal', [...(isBuilt ? [Source.asset(portal)] : []), Source.jsonData('config.json', props.configuration)])
    put(
      'SwaggerUi',
      [Source.asset(swaggerUi, { exclude: ['**', ...swaggerFiles.map((file) => `!${file}`)] })],
      'swagger-ui',
    )
    this.acknowledgeCopying(props.bucketName)
  }

  private acknowledgeCopying(bucketName: string): void {
    const reason = 'CDK’s own function that copies the pages, at deployment only.'
    const actions = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*']
    const assets = `arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${this.account}-${this.region}/*`
    acknowledgeWildcards(this, ['*', assets, `arn:<AWS::Partition>:s3:::${bucketName}/*`], reason)
    Validations.of(this).acknowledge(
      ...actions.map((action) => ({ id: `AwsSolutions-IAM5[Action::${action}]`, reason })),
      {
        id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
        reason,
      },
      { id: 'AwsSolutions-L1', reason },
    )
  }
}
