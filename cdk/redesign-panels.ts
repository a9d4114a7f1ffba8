import { type App, Aws, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { AlarmStack } from './alarm-stack.ts'
import { ApiStack } from './api-stack.ts'
import { type Built, type Deployment, knownPlaces, nameIn } from './deployment.ts'
import { DocumentsStack } from './documents-stack.ts'
import { EntranceStack } from './entrance-stack.ts'
import { EventsStack } from './events-stack.ts'
import { FirewallStack } from './firewall-stack.ts'
import { MailStack } from './mail-stack.ts'
import { PagesStack } from './pages-stack.ts'
import { RecordStack } from './record-stack.ts'
import { readSettings } from './settings.ts'
import { SignInStack } from './sign-in-stack.ts'
import { TrailStack } from './trail-stack.ts'
import { workflowFiles } from './workflow-files.ts'
import { WorkflowStack } from './workflow-stack.ts'

/** The same code in AWS, concern by concern: the table of contents. */
export function redesignPanels(app: App, built: Built): void {
  const settings = readSettings(app)
  const { region, account, mailFrom, alarmMail, monthlyBudget } = settings
  const env = { region, ...(account !== undefined && { account }) }
  const name = nameIn(settings)
  const stackName = (concern: string) => name(`redesign-panels-${concern}`)
  const known = knownPlaces(settings, account ?? Aws.ACCOUNT_ID)
  const workflows = workflowFiles()

  const { topic } = new AlarmStack(app, stackName('alarms'), { env, mail: alarmMail, monthlyBudget })
  const { table } = new RecordStack(app, stackName('record'), {
    env,
    tableName: name('record'),
    restored: settings.restored,
  })
  const { bucket } = new DocumentsStack(app, stackName('documents'), {
    env,
    bucketName: known.bucket('documents'),
    portalDomain: settings.portalDomain,
  })
  new MailStack(app, stackName('mail'), { env, domain: known.mailDomain })

  new FirewallStack(app, stackName('firewall'), {
    env: { ...env, region: 'us-east-1' },
    firewallName: name('redesign-panels'),
  })
  const entrance = new EntranceStack(app, stackName('entrance'), {
    env,
    settings,
    bucketName: known.bucket('pages'),
    connectTo: [...known.signInHosts, `https://${known.bucket('documents')}.s3.${region}.amazonaws.com`],
  })

  new TrailStack(app, stackName('trail'), {
    env,
    topic,
    buckets: ['documents', 'pages'].map(known.bucket),
    opening: ['tender--open-the-tenders', 'evaluation--open-the-prices'].map(name),
  })

  const deployment: Deployment = {
    ...built,
    name,
    environment: {
      TABLE_NAME: known.table,
      DOCUMENTS_BUCKET: bucket.bucketName,
      STATE_MACHINE_ARN_PREFIX: known.workflow(''),
      MAIL_FROM: mailFrom,
      PORTAL_URL: entrance.address,
    },
    places: {
      ...known,
      mailFrom,
      table: known.tableArn,
      documentsBucket: `arn:aws:s3:::${known.bucket('documents')}`,
      workflows: workflows.map((workflow) => known.workflow(workflow.name)),
    },
    alarms: topic,
  }
  for (const workflow of workflows)
    new WorkflowStack(app, stackName(workflow.name), { env, deployment, workflow, placeOf: known.workflow })
  new EventsStack(app, stackName('events'), { env, deployment, table })

  const signIn = new SignInStack(app, stackName('sign-in'), {
    env,
    portal: entrance.address,
    signInPrefix: known.signInPrefix,
    mailFrom,
    mailDomain: known.mailDomain,
  })
  const { issuer, clientId } = signIn
  new ApiStack(app, stackName('api'), { env, deployment, entrance: entrance.api, issuer, clientId })
  new PagesStack(app, stackName('pages'), {
    env,
    bucketName: known.bucket('pages'),
    distribution: entrance.distribution,
    configuration: { issuer, clientId },
  })

  Tags.of(app).add('product', 'redesign-panels')
  Tags.of(app).add('environment', settings.environment)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
}
