import { Stack, type StackProps, Validations } from 'aws-cdk-lib'
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  type IHttpApi,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { fiveMinutes, PersonAlarm } from './constructs/alarm.ts'
import { PanelFunction } from './constructs/panel-function.ts'
import type { Deployment } from './deployment.ts'
import { requestLog } from './entrance-stack.ts'
import { api } from './function-files.ts'

export interface ApiStackProps extends StackProps {
  deployment: Deployment
  entrance: IHttpApi
  issuer: string
  clientId: string
}

/** What anybody may see without signing in; all else needs a token of our issuer before a function is even called. */
export const publicPaths = ['/api/public/{proxy+}', '/api/openapi.json', '/api/docs', '/api/docs/start.js']

/** The API: one function behind the entrance. It verifies tokens itself, too, and asks Cedar who may do what. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props)
    const { deployment, issuer, clientId } = props
    const { lambda } = new PanelFunction(this, api, {
      deployment,
      timeoutSeconds: 25,
      memory: 1024,
      settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId },
    })
    // Imported, so that routes and authoriser stand here and the entrance need not know who signs people in.
    const httpApi = HttpApi.fromHttpApiAttributes(this, 'Entrance', { httpApiId: props.entrance.apiId })
    const integration = new HttpLambdaIntegration('Function', lambda)
    const route = (
      name: string,
      path: string,
      method: HttpMethod,
      who: { authorizer: IHttpRouteAuthorizer; authorizationScopes?: string[] },
    ) => new HttpRoute(this, name, { httpApi, integration, ...who, routeKey: HttpRouteKey.with(path, method) })
    const nobody = new HttpNoneAuthorizer()
    for (const path of publicPaths) {
      const { node } = route(`Public ${path}`, path, HttpMethod.GET, { authorizer: nobody })
      Validations.of(node.scope ?? this).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'Public: it shows what everybody may see (requirements §1, the public record).',
      })
    }
    route('SignedIn', '/api/{proxy+}', HttpMethod.ANY, {
      authorizer: new HttpJwtAuthorizer('SignedIn', issuer, { jwtAudience: [clientId] }),
      // What the sign-in page gives has it; a token that was had past the page does not.
      authorizationScopes: ['openid'],
    })
    new PersonAlarm(this, 'Fails', {
      deployment,
      heading: 'The portal fails',
      loses: 'People get “Something went wrong” instead of a page, and what they do is not saved.',
      metric: props.entrance.metricServerError({ period: fiveMinutes, statistic: 'Sum' }),
      threshold: 3,
    })
    new PersonAlarm(this, 'TurnedAway', {
      deployment,
      heading: 'People are turned away',
      place: 'functions',
      loses: 'More people ask at once than the account lets functions run: some are refused.',
      metric: lambda.metricThrottles({ period: fiveMinutes }),
      threshold: 1,
    })
    const refused = new MetricFilter(this, 'Refused', {
      logGroup: LogGroup.fromLogGroupName(this, 'Requests', requestLog(deployment.name)),
      filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
      metricNamespace: deployment.name('redesign-panels'),
      metricName: 'TooManyRequests',
    })
    new PersonAlarm(this, 'TooMany', {
      deployment,
      heading: 'People are turned away',
      place: 'requests',
      loses:
        'More is asked at once than the entrance lets through: a bidder may not be able to submit before the deadline.',
      metric: refused.metric({ period: fiveMinutes, statistic: 'Sum' }),
      threshold: 20,
    })
  }
}
