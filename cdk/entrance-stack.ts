import { CfnOutput, Duration, Fn, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpStage, type IHttpApi, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { KeptLog } from './constructs/kept-log.ts'
import { portalHeaders } from './constructs/portal-headers.ts'
import { accessLogs, evidence, privateBucket } from './constructs/private-bucket.ts'
import { nameIn } from './deployment.ts'
import type { Settings } from './settings.ts'

export interface EntranceStackProps extends StackProps {
  settings: Settings
  bucketName: string
  /** The hosts that the portal's pages may speak to besides their own. */
  connectTo: string[]
}

export const requestLog = (name: (thing: string) => string): string => `/redesign-panels/${name('requests')}`

/** What was asked and how it went; not by whom or from where. */
const requestLine = JSON.stringify({
  at: '$context.requestTime',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  request: '$context.requestId',
  fault: '$context.error.message',
})

/** A path that names no file is one of the portal's own: its one page answers. */
const toThePage = `function handler(event) {
  if (!event.request.uri.split('/').pop().includes('.')) event.request.uri = '/index.html'
  return event.request
}`

/**
 * What people reach: one address, behind it the portal's pages and, under `/api`, the API. It stands before sign-in and
 * API, which need to know the address.
 */
export class EntranceStack extends Stack {
  readonly api: IHttpApi
  readonly pages: IBucket
  readonly distribution: Distribution
  /** As `https://panels.example.org`. */
  readonly address: string

  constructor(scope: Construct, id: string, props: EntranceStackProps) {
    super(scope, id, props)
    const { settings } = props
    this.api = this.emptyApi(nameIn(settings))
    this.pages = privateBucket(this, 'Pages', {
      bucketName: props.bucketName,
      // Other code on the pages is the one way to read a tender before it is sealed: it leaves a version and a line.
      versioned: true,
      serverAccessLogsBucket: accessLogs(this, 'PageLogs', evidence),
    })
    this.distribution = this.distribute(props)
    this.address = `https://${settings.portalDomain ?? this.distribution.distributionDomainName}`
    // Other stacks stop using it when a portalDomain is given, after this one is deployed: an export in use cannot go.
    this.exportValue(this.distribution.distributionDomainName)
    new CfnOutput(this, 'Portal', { value: this.address })
  }

  /** Its routes are the API's (api-stack.ts). */
  private emptyApi(name: (thing: string) => string): IHttpApi {
    const httpApi = new HttpApi(this, 'Api', { apiName: name('api'), createDefaultStage: false })
    new HttpStage(this, 'Stage', {
      httpApi,
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new KeptLog(this, 'ApiLog', requestLog(name))),
        format: AccessLogFormat.custom(requestLine),
      },
    })
    return httpApi as IHttpApi
  }

  private distribute({ settings, connectTo }: EntranceStackProps): Distribution {
    const { portalDomain, certificateArn, firewallArn } = settings
    const host = Fn.select(2, Fn.split('/', this.api.apiEndpoint))
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Redesign Panels',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(firewallArn !== undefined && { webAclId: firewallArn }),
      logBucket: accessLogs(this, 'ViewerLogs', Duration.days(90), {
        objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      }),
      ...(portalDomain !== undefined && certificateArn !== undefined
        ? {
            domainNames: [portalDomain],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
          }
        : {}),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.pages),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: portalHeaders(this, connectTo),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'ToThePage', {
              code: FunctionCode.fromInline(toThePage),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(host, { readTimeout: Duration.seconds(30) }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    })
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Panel members on leave abroad read their papers.' },
      {
        id: 'AwsSolutions-CFR4',
        reason: 'CloudFront’s own certificate fixes the least TLS version; a deployment with portalDomain has TLS 1.2.',
      },
    )
    if (firewallArn === undefined) {
      Validations.of(distribution).acknowledge({
        id: 'AwsSolutions-CFR2',
        reason: 'Its name is not known the first time.',
      })
      Validations.of(this).addWarning('no-firewall', 'One address can shut the others out: give -c firewallArn=<arn>.')
    }
    return distribution
  }
}
