import { readFileSync } from 'node:fs'
import { App, Stack } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks } from 'cdk-nag'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { publicPaths } from '../../cdk/api-stack.ts'
import { functionFiles } from '../../cdk/function-files.ts'
import { workflowFiles } from '../../cdk/workflow-files.ts'
import { app as api } from '../../functions/api/app.ts'
import { SECONDS_TO_SOLVE } from '../../functions/runtime/time-to-solve.ts'
import { tableShape } from '../../functions/store/table.ts'
import { functionName, pascalOf, placeholdersOf, stateMachineName } from '../../workflows/names.ts'
import { pointsTo, type Resource, type Statement, type Synthesised, shown, synthesised } from './templates.ts'

let panels: Synthesised

beforeAll(async () => {
  panels = await synthesised({ alarmMail: 'alarms@panels.example', monthlyBudget: '200' })
}, 300_000)

const text = (resource: Resource, property: string): string => z.string().parse(resource.properties[property])

/** Functions of the product, without the one that CDK brings to copy pages. */
const functions = (): Resource[] =>
  panels.all('AWS::Lambda::Function').filter(({ properties }) => 'FunctionName' in properties)

const roleOf = (one: Resource): Statement[] => panels.allowed(one.stack, pointsTo(one.properties['Role']))

/** What the role of one function allows. */
const functionOf = (name: string): Statement[] =>
  functions()
    .filter((one) => text(one, 'FunctionName') === `pilot-${name}`)
    .flatMap(roleOf)

const whoMay = (action: string): string[] =>
  functions()
    .filter((one) => roleOf(one).some((statement) => statement.Action.includes(action)))
    .map((one) => text(one, 'FunctionName').slice('pilot-'.length))
    .sort()

describe('the synthesis', () => {
  test('looks nothing up: it needs no account and no network', () => {
    expect(panels.assembly.manifest.missing).toBeUndefined()
    expect(JSON.stringify(panels.assembly.manifest)).toContain('unknown-account')
  })

  test('passes cdk-nag’s checks, with every exception written down', () => {
    expect(new AwsSolutionsChecks(panels.app).validateScope(panels.app).violations).toEqual([])
  })

  test('would not pass them with a bucket that anybody may use', () => {
    const app = new App()
    new Bucket(new Stack(app, 'Careless'), 'Bucket')
    const rules = new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName)
    expect(rules).toContain('AwsSolutions-S10')
  })

  test('keeps every stack within CloudFormation’s limit of 500 resources', () => {
    for (const { stackName, template } of panels.assembly.stacks)
      expect(Object.keys(template.Resources).length, stackName).toBeLessThan(500)
  })

  test('names the deployment’s settings that do not fit', async () => {
    await expect(synthesised({ environment: 'Production!', mailFrom: 'nobody' })).rejects.toThrow(
      /environment .*; mailFrom/,
    )
    await expect(synthesised({ portalDomain: 'panels.example.org' })).rejects.toThrow('needs a certificateArn')
    await expect(synthesised({ monthlyBudget: '200' })).rejects.toThrow('somebody to tell')
  })
})

describe('the record', () => {
  test('has the one shape of the table, a stream of both images, recovery to any minute, and cannot be deleted', () => {
    const table = panels.one('AWS::DynamoDB::Table')
    expect(table.properties).toMatchObject({
      KeySchema: [
        { AttributeName: tableShape.partitionKey, KeyType: 'HASH' },
        { AttributeName: tableShape.sortKey, KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: tableShape.timeToLiveAttribute, Enabled: true },
      SSESpecification: { SSEEnabled: true },
      DeletionProtectionEnabled: true,
    })
    expect(text(table, 'TableName')).toBe('pilot-record')
  })

  test('stays when its stack goes, as all that is kept does; what could not be made does not stand in the way of the next try', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Logs::LogGroup', 'AWS::Cognito::UserPool']
    for (const { stack, id } of kept.flatMap(panels.all))
      expect(panels.assembly.getStackByName(stack).template.Resources[id], id).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      })
    const [plan = { stack: '', id: '' }] = panels.all('AWS::GuardDuty::MalwareProtectionPlan')
    const { DependsOn } = panels.assembly.getStackByName(plan.stack).template.Resources[plan.id]
    const [documents] = panels.all('AWS::S3::Bucket').filter(({ id }) => id.startsWith('Documents'))
    expect(DependsOn).toContain(documents?.id)
  })

  test('can be put back into another table: only its stream is handed from stack to stack, and that is never taken away', async () => {
    const exported = (of: Synthesised, concern: string) =>
      Object.keys(of.assembly.getStackByName(`pilot-redesign-panels-${concern}`).template.Outputs ?? {})
        .filter((output) => output.startsWith('Export'))
        .sort()
    const firewallArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/pilot-redesign-panels/1'
    const stream = 'arn:aws:dynamodb:eu-west-2:111122223333:table/restored/stream/2026-11-23T00:00:00.000'
    const elsewhere = await synthesised({
      restoredTable: 'restored',
      restoredStream: stream,
      portalDomain: 'panels.example.org',
      certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
      firewallArn,
    })
    expect(elsewhere.one('AWS::CloudFront::Distribution').properties['DistributionConfig']).toMatchObject({
      WebACLId: firewallArn,
    })
    expect(exported(panels, 'record')).toEqual([expect.stringContaining('StreamArn')])
    // CloudFormation refuses to drop an export that a stack deployed later still uses.
    for (const concern of ['record', 'entrance'])
      expect(exported(elsewhere, concern), concern).toEqual(exported(panels, concern))
    expect(elsewhere.one('AWS::Lambda::EventSourceMapping').properties['EventSourceArn']).toBe(stream)
    const used = elsewhere.all('AWS::Lambda::Function').flatMap(({ properties }) => {
      const { Variables = {} } = z
        .object({ Variables: z.record(z.string(), z.unknown()).optional() })
        .parse(properties['Environment'] ?? {})
      return Variables['TABLE_NAME'] ?? []
    })
    expect([...new Set(used)]).toEqual(['restored'])
    await expect(synthesised({ restoredTable: 'restored' })).rejects.toThrow('needs its restoredStream')
  }, 300_000)

  test('leaves a trace of who read or wrote its documents and the portal’s pages, and of who used a tender’s key', () => {
    const trail = panels.one('AWS::CloudTrail::Trail')
    expect(trail.properties).toMatchObject({ IsLogging: true, IsMultiRegionTrail: true, EnableLogFileValidation: true })
    const watched = JSON.stringify(trail.properties['EventSelectors'])
    for (const bucket of ['documents', 'pages']) expect(watched).toContain(`pilot-redesign-panels-${bucket}-`)
    const used = panels.all('AWS::Events::Rule').map(({ properties }) => JSON.stringify(properties['EventPattern']))
    const openers = whoMay('kms:Decrypt').map((name) => `assumed-role/pilot-${name}/`)
    expect(used.filter((pattern) => openers.every((opener) => pattern.includes(opener)))).toHaveLength(1)
    const roles = functions().filter((one) => whoMay('kms:Decrypt').includes(text(one, 'FunctionName').slice(6)))
    for (const one of roles)
      expect(
        panels
          .all('AWS::IAM::Role')
          .find(({ id, stack }) => stack === one.stack && id === pointsTo(one.properties['Role']))?.properties[
          'RoleName'
        ],
      ).toBe(text(one, 'FunctionName'))
  })

  test('lies with the documents in buckets that are closed and reached over TLS only', () => {
    for (const bucket of panels.all('AWS::S3::Bucket')) {
      expect(bucket.properties['PublicAccessBlockConfiguration'], bucket.id).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      })
      const policies = panels
        .all('AWS::S3::BucketPolicy')
        .filter((policy) => policy.stack === bucket.stack && pointsTo(policy.properties['Bucket']) === bucket.id)
      expect(JSON.stringify(policies), bucket.id).toContain('"Condition":{"Bool":{"aws:SecureTransport":"false"}}')
    }
    // Other code on the pages is a way to read a tender before it is sealed.
    const versioned = panels.all('AWS::S3::Bucket').filter(({ properties }) => 'VersioningConfiguration' in properties)
    expect(versioned.map(({ stack }) => stack.slice('pilot-redesign-panels-'.length)).sort()).toEqual([
      'documents',
      'entrance',
      'trail',
    ])
    const sealed = panels.all('AWS::S3::BucketPolicy').map(({ properties }) => JSON.stringify(properties))
    expect(sealed.filter((policy) => policy.includes('{"Null":{"s3:if-none-match":"true"}}'))).toHaveLength(1)
  })
})

describe('the functions', () => {
  test('are one for each state that calls one, and the API, the consumer and the sweep', () => {
    const deployed = functions().map((one) => text(one, 'FunctionName'))
    expect(deployed.sort()).toEqual(
      functionFiles()
        .map(({ name }) => `pilot-${name}`)
        .sort(),
    )
    expect(deployed.length).toBeGreaterThan(10)
  })

  test('run on Node 24 and ARM64, are traced, and have names that Lambda takes in any environment', () => {
    for (const one of functions()) {
      expect(one.properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
      })
      const longest = `tenletters-${text(one, 'FunctionName').slice('pilot-'.length)}`
      expect(longest.length, longest).toBeLessThanOrEqual(64)
    }
  })

  test('log to a group of their own that is kept for a year, like everything that logs', () => {
    const groups = panels.all('AWS::Logs::LogGroup')
    for (const group of groups) expect(group.properties['RetentionInDays'], group.id).toBe(365)
    for (const one of panels.all('AWS::Lambda::Function')) {
      const { LogGroup } = z.object({ LogGroup: z.unknown() }).parse(one.properties['LoggingConfig'])
      expect(
        groups.some(({ stack, id }) => stack === one.stack && id === pointsTo(LogGroup)),
        one.id,
      ).toBe(true)
    }
    expect(groups.length).toBeGreaterThanOrEqual(functions().length + workflowFiles().length)
  })

  test('end before their state’s timeout does', () => {
    for (const { name: workflow, steps } of workflowFiles())
      for (const { name, timeoutSeconds = Number.POSITIVE_INFINITY } of steps) {
        const one = functions().find((each) => text(each, 'FunctionName') === `pilot-${functionName(workflow, name)}`)
        expect(one?.properties['Timeout'], name).toBeLessThan(timeoutSeconds)
        // A draw that cannot be worked out in time has to be said by the function itself, with some seconds to say it in.
        if (name === 'commit-to-the-draw')
          expect(one?.properties['Timeout'], name).toBeGreaterThanOrEqual(
            SECONDS_TO_SOLVE.whether + SECONDS_TO_SOLVE.draw + 5,
          )
      }
  })
})

describe('what the functions may do', () => {
  test('is nothing by a wildcard of actions', () => {
    for (const one of functions())
      for (const { Action } of roleOf(one)) for (const action of Action) expect(action, one.id).not.toContain('*')
  })

  test('is not to read the whole table', () => {
    expect(whoMay('dynamodb:Scan')).toEqual([])
    expect(whoMay('dynamodb:Query')).toContain('api')
  })

  test('is to open sealed tenders for exactly one role each: one the quality, another the prices, as they are sealed', () => {
    expect(whoMay('kms:Decrypt')).toEqual(['evaluation--open-the-prices', 'tender--open-the-tenders'])
    const decrypting = (name: string) => functionOf(name).filter(({ Action }) => Action.includes('kms:Decrypt'))
    for (const [name, half] of [
      ['evaluation--open-the-prices', 'price'],
      ['tender--open-the-tenders', 'quality'],
    ] as const) {
      const [{ Condition, Action } = { Condition: {}, Action: [] }, ...more] = decrypting(name)
      expect(more).toEqual([])
      expect(Action).toEqual(['kms:Decrypt'])
      expect(Condition).toEqual({
        StringEquals: {
          'aws:ResourceTag/redesign-panels': 'tender',
          'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256',
        },
        StringLike: { 'kms:RequestAlias': `alias/redesign-panels/tender/*-${half}` },
      })
    }
  })

  test('is to sign an upload for nothing but what is sealed, to write no other document than one supplied, and to read what is sealed for the opening steps alone', () => {
    const ofTheApi = functionOf('api').filter(({ Action }) => Action.some((action) => action.startsWith('s3:')))
    const on = (action: string) =>
      ofTheApi
        .filter(({ Action }) => Action.includes(action))
        .flatMap(({ Resource }) => Resource)
        .map((resource) => JSON.stringify(resource))
    expect(on('s3:PutObject').sort()).toEqual([
      expect.stringMatching(/"\/documents\/opened\/supplied\/\*"/),
      expect.stringMatching(/"\/tenders\/\*"/),
    ])
    expect(on('s3:GetObject')).toEqual([expect.stringMatching(/"\/documents\/\*"/)])
    const readsSealed = functions().filter((one) =>
      roleOf(one).some(
        ({ Action, Resource }) => Action.includes('s3:GetObject') && JSON.stringify(Resource).includes('/tenders/'),
      ),
    )
    expect(readsSealed.map((one) => text(one, 'FunctionName')).sort()).toEqual([
      'pilot-evaluation--open-the-prices',
      'pilot-tender--open-the-tenders',
    ])
  })

  test('is to make keys only for the step that publishes a tender, and only keys that carry the tag', () => {
    for (const action of ['kms:CreateKey', 'kms:CreateAlias', 'kms:TagResource', 'kms:GetPublicKey'])
      expect(whoMay(action), action).toEqual(['tender--publish-the-tender'])
    const making = functions().flatMap((one) => roleOf(one).filter(({ Action }) => Action.includes('kms:CreateKey')))
    expect(making.map(({ Condition }) => Condition['StringEquals'])).toEqual([
      { 'aws:RequestTag/redesign-panels': 'tender', 'kms:KeySpec': 'RSA_2048', 'kms:KeyUsage': 'ENCRYPT_DECRYPT' },
    ])
  })

  test('is to signal a workflow only for what follows from the record: a command never does (design §2)', () => {
    for (const action of ['states:SendTaskSuccess', 'states:StartExecution'])
      expect(whoMay(action), action).toEqual(['consume', 'sweep'])
  })

  test('is to send mail only for the consumer and the daily sweep with its digests, in the one name', () => {
    expect(whoMay('ses:SendEmail')).toEqual(['consume', 'sweep'])
  })

  test('has settings for it, and no others', () => {
    const settingsOf = (name: string) => {
      const one = functions().find((each) => text(each, 'FunctionName') === `pilot-${name}`)
      const { Variables } = z
        .object({ Variables: z.record(z.string(), z.unknown()) })
        .parse(one?.properties['Environment'])
      return Object.keys(Variables)
    }
    expect(settingsOf('submission--enter-nomination')).toEqual(['TABLE_NAME'])
    expect(settingsOf('consume')).toEqual(['MAIL_FROM', 'PORTAL_URL', 'STATE_MACHINE_ARN_PREFIX', 'TABLE_NAME'])
    expect(settingsOf('tender--open-the-tenders')).toContain('DOCUMENTS_BUCKET')
    expect(settingsOf('api')).toEqual(
      expect.arrayContaining(['OIDC_CLIENT_ID', 'OIDC_ISSUER', 'PORTAL_URL', 'TABLE_NAME']),
    )
  })
})

describe('the workflows', () => {
  const machineOf = (workflow: string): Resource => {
    const found = panels
      .all('AWS::StepFunctions::StateMachine')
      .find((machine) => machine.properties['StateMachineName'] === `pilot-${workflow}`)
    if (!found) throw new Error(`There is no state machine of ${workflow}.`)
    return found
  }

  test('are the files, with a function for every state, and what they may call is what they call', () => {
    expect(panels.all('AWS::StepFunctions::StateMachine')).toHaveLength(workflowFiles().length)
    for (const { name, text: file, steps, starts } of workflowFiles()) {
      const { stack, properties } = machineOf(name)
      const substitutions = z.record(z.string(), z.unknown()).parse(properties['DefinitionSubstitutions'])
      expect(properties['DefinitionString']).toBe(file)
      expect(Object.keys(substitutions).sort()).toEqual(placeholdersOf(file).sort())

      const role = panels.allowed(stack, pointsTo(properties['RoleArn']))
      const may = (action: string) =>
        role.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource }) => [Resource].flat().map(shown))
      expect(may('lambda:InvokeFunction').sort(), name).toEqual(
        steps.map((step) => shown(substitutions[pascalOf(step.name)])).sort(),
      )
      expect(may('states:StartExecution').sort(), name).toEqual(
        starts.map((other) => shown(substitutions[stateMachineName(other)])).sort(),
      )
    }
  })

  test('call each the function of its own state', () => {
    const { stack, properties } = machineOf('submission')
    const substitutions = z.record(z.string(), z.unknown()).parse(properties['DefinitionSubstitutions'])
    const called = functions().find(
      (one) => one.stack === stack && one.id === pointsTo(substitutions['AttendToTheTriage']),
    )
    expect(called && text(called, 'Handler')).toBe('submission--attend-to-the-triage.handler')
  })

  test('are found by the prefix that the consumer starts them with', () => {
    const consume = functions().find((one) => text(one, 'FunctionName') === 'pilot-consume')
    const { Variables } = z
      .object({ Variables: z.object({ STATE_MACHINE_ARN_PREFIX: z.unknown() }) })
      .parse(consume?.properties['Environment'])
    const prefix = shown(Variables.STATE_MACHINE_ARN_PREFIX)
    expect(prefix).toBe('arn:aws:states:eu-west-2:<AWS::AccountId>:stateMachine:pilot-')
    const [starting] = consume ? roleOf(consume).filter(({ Action }) => Action.includes('states:StartExecution')) : []
    expect([starting?.Resource].flat().map(shown)).toEqual(workflowFiles().map(({ name }) => prefix + name))
  })

  test('are traced and logged, without what they carry', () => {
    for (const { properties } of panels.all('AWS::StepFunctions::StateMachine'))
      expect(properties).toMatchObject({
        TracingConfiguration: { Enabled: true },
        LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      })
  })
})

describe('what follows from the record', () => {
  test('reads the stream from its beginning, passes over only what keeps failing, and keeps that', () => {
    const { properties, stack } = panels.one('AWS::Lambda::EventSourceMapping')
    expect(properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 10,
    })
    const { OnFailure } = z
      .object({ OnFailure: z.object({ Destination: z.unknown() }) })
      .parse(properties['DestinationConfig'])
    const queue = pointsTo(OnFailure.Destination)
    expect(panels.all('AWS::SQS::Queue').some((one) => one.stack === stack && one.id === queue)).toBe(true)
  })

  test('sweeps daily, in London’s time', () => {
    expect(panels.one('AWS::Scheduler::Schedule').properties).toMatchObject({
      ScheduleExpression: 'cron(0 5 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      State: 'ENABLED',
    })
  })
})

describe('the entrance', () => {
  const routes = () =>
    panels.all('AWS::ApiGatewayV2::Route').map(({ properties }) => ({
      key: String(properties['RouteKey']),
      authorisation: properties['AuthorizationType'],
      scopes: properties['AuthorizationScopes'],
    }))

  test('lets nobody in without a token of our issuer, but to what is public', () => {
    expect(routes().sort((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: 'ANY /api/{proxy+}', authorisation: 'JWT', scopes: ['openid'] },
      ...publicPaths
        .map((path) => ({ key: `GET ${path}`, authorisation: 'NONE', scopes: undefined }))
        .sort((a, b) => a.key.localeCompare(b.key)),
    ])
    const { properties } = panels.one('AWS::ApiGatewayV2::Authorizer')
    expect(properties).toMatchObject({ AuthorizerType: 'JWT', IdentitySource: ['$request.header.Authorization'] })
    const { Audience } = z.object({ Audience: z.array(z.unknown()) }).parse(properties['JwtConfiguration'])
    expect(Audience.map(shown).join()).toContain('sign-in')
  })

  test('calls public what the API’s own document calls public', async () => {
    const document = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) })
      .parse(await (await api.request('/api/openapi.json')).json())
    const isPublic = (path: string) =>
      publicPaths.some((open) => (open.endsWith('{proxy+}') ? path.startsWith(open.slice(0, -8)) : path === open))
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, open: !('security' in operation) })),
    )
    expect(operations.length).toBeGreaterThan(10)
    for (const { path, open } of operations) expect(isPublic(path), path).toBe(open)
  })

  test('signs in by code with PKCE, without a secret; nobody makes an account for themselves', () => {
    expect(panels.one('AWS::Cognito::UserPoolClient').properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      // Nobody tries passwords past the sign-in page.
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    })
    expect(panels.one('AWS::Cognito::UserPool').properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      UserPoolTier: 'ESSENTIALS',
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' },
    })
    // The pages that know `prompt`, which a new tab asks with; they are shown in a style alone.
    expect(panels.one('AWS::Cognito::UserPoolDomain').properties).toMatchObject({ ManagedLoginVersion: 2 })
    expect(panels.one('AWS::Cognito::ManagedLoginBranding').properties).toMatchObject({
      UseCognitoProvidedValues: true,
    })
  })

  test('logs what was asked, not by whom or from where', () => {
    const { Format } = z
      .object({ Format: z.string() })
      .parse(panels.one('AWS::ApiGatewayV2::Stage').properties['AccessLogSettings'])
    expect(Format).toContain('$context.status')
    expect(Format).not.toMatch(/identity|authorizer|sourceIp/)
  })

  test('lets no single address use up what it lets through for everybody', () => {
    const { stack, properties } = panels.one('AWS::WAFv2::WebACL')
    expect(panels.assembly.getStackByName(stack).environment.region).toBe('us-east-1')
    const [rule, ...others] = z
      .array(z.object({ Statement: z.object({ RateBasedStatement: z.looseObject({ Limit: z.number() }) }) }))
      .parse(properties['Rules'])
    expect(others).toEqual([])
    const { DefaultRouteSettings } = z
      .object({ DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number() }) })
      .parse(panels.one('AWS::ApiGatewayV2::Stage').properties)
    const inFiveMinutes = DefaultRouteSettings.ThrottlingRateLimit * 300
    expect((rule?.Statement.RateBasedStatement.Limit ?? inFiveMinutes) / inFiveMinutes).toBeLessThanOrEqual(0.2)
  })

  test('gives pages that load nothing from elsewhere and stand in no frame', () => {
    const headers = JSON.stringify(panels.one('AWS::CloudFront::ResponseHeadersPolicy').properties)
    expect(headers).toContain("default-src 'none'; ")
    expect(headers).toContain("frame-ancestors 'none'")
    expect(headers).not.toContain('unsafe')
    expect(JSON.stringify(panels.one('AWS::CloudFront::Distribution').properties)).toContain('"PathPattern":"/api/*"')
    expect(panels.all('AWS::CloudFront::OriginAccessControl')).toHaveLength(1)
  })
})

describe('the alarms', () => {
  const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
  const headings = [...runbook.matchAll(/^## Alarm: (.*)$/gm)].map(([, heading]) => heading)
  const headingOf = (alarm: Resource) => text(alarm, 'AlarmName').slice('pilot-'.length).replace(/: .*/, '')

  test('each say what a person loses, tell somebody, and have their heading in the runbook', () => {
    const alarms = panels.all('AWS::CloudWatch::Alarm')
    for (const alarm of alarms) {
      expect(text(alarm, 'AlarmDescription')).toContain(`docs/runbook.md, “${headingOf(alarm)}”`)
      expect(alarm.properties['AlarmActions'], alarm.id).toHaveLength(1)
    }
    expect([...new Set(alarms.map(headingOf))].sort()).toEqual([...headings].sort())
  })

  test('tell whoever gets them that a month costs more than it should', () => {
    const { Budget, NotificationsWithSubscribers } = panels.one('AWS::Budgets::Budget').properties
    expect(Budget).toMatchObject({ TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 200, Unit: 'USD' } })
    expect(JSON.stringify(NotificationsWithSubscribers)).toContain('alarms@panels.example')
  })

  test('watch every workflow and every queue of what could not be done', () => {
    const stopped = panels.all('AWS::CloudWatch::Alarm').filter((alarm) => headingOf(alarm) === 'A case has stopped')
    expect(stopped).toHaveLength(workflowFiles().length)
    const watched = panels
      .all('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties['Namespace'] === 'AWS/SQS')
    expect(watched).toHaveLength(panels.all('AWS::SQS::Queue').length)
  })
})
