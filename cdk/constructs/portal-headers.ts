import { Duration } from 'aws-cdk-lib'
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { contentSecurityPolicy, isolation } from '../../web/content-security-policy.ts'

/** What comes with the portal's pages; the same policy as on one machine, with where else they may send to. */
export function portalHeaders(scope: Construct, connectTo: string[]): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'PortalHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(connectTo), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(isolation).map(([header, value]) => ({ header, value, override: true })),
    },
  })
}
