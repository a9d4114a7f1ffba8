import { Stack, type StackProps } from 'aws-cdk-lib'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { pascalOf, stateMachineName } from '../workflows/names.ts'
import { fiveMinutes, PersonAlarm } from './constructs/alarm.ts'
import { KeptLog } from './constructs/kept-log.ts'
import { PanelFunction } from './constructs/panel-function.ts'
import { acknowledgeWildcards } from './constructs/wildcards.ts'
import type { Deployment } from './deployment.ts'
import { stepFile } from './function-files.ts'
import type { WorkflowFile } from './workflow-files.ts'

export interface WorkflowStackProps extends StackProps {
  deployment: Deployment
  workflow: WorkflowFile
  /** The ARN of a state machine by its workflow. */
  placeOf: (workflow: string) => string
}

/** Lambda's own end must come before the state's, so that the step says what was slow and not only the workflow. */
const MARGIN_SECONDS = 5
/** In MB; Lambda gives a whole processor from it on. */
const WHOLE_PROCESSOR = 1_769
/**
 * The step that solves for the fair lottery: a pool of 400 for 40 seats takes 1.7 s of a processor, begun cold, and 170 MB
 * (docs/performance.md); the function ends after 55 s. And those that look through what bidders sent, as long as that takes.
 */
const busySteps = ['commit-to-the-draw', 'open-the-tenders', 'open-the-prices']
/** For a step whose state's timeout is the length of a wait. */
const ASKING_SECONDS = 30

/**
 * One stage: its state machine, from the same file that runs on one machine, and the functions of its states. The file's
 * list of steps gives functions, substitutions and grants alike: CDK's own `fromString` would grant nothing.
 */
export class WorkflowStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkflowStackProps) {
    super(scope, id, props)
    const { deployment, workflow, placeOf } = props
    const functions = workflow.steps.map(({ name, timeoutSeconds }) => {
      const seconds = timeoutSeconds === undefined ? ASKING_SECONDS : timeoutSeconds - MARGIN_SECONDS
      const file = stepFile(workflow.name, name)
      const memory = busySteps.includes(name) ? { memory: WHOLE_PROCESSOR } : {}
      return [name, new PanelFunction(this, file, { deployment, timeoutSeconds: seconds, ...memory })] as const
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
    for (const [, one] of functions) role.addToPolicy(one.invocation())
    if (workflow.starts.length > 0)
      role.addToPolicy(
        new PolicyStatement({ actions: ['states:StartExecution'], resources: workflow.starts.map(placeOf) }),
      )
    const name = deployment.name(workflow.name)
    const machine = new StateMachine(this, 'StateMachine', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromString(workflow.text),
      definitionSubstitutions: Object.fromEntries([
        ...functions.map(([step, { lambda }]) => [pascalOf(step), lambda.functionArn]),
        ...workflow.starts.map((other) => [stateMachineName(other), placeOf(other)]),
      ]),
      role,
      tracingEnabled: true,
      logs: {
        // Inputs and outputs are identifiers, but a fault may carry more: it stays in the execution's own history.
        destination: new KeptLog(this, 'Log', `/aws/vendedlogs/states/${name}`),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    })
    acknowledgeWildcards(role, ['*'], 'Logs are delivered, and traces sent, by actions that know no resource.')
    new PersonAlarm(this, 'Stopped', {
      deployment,
      heading: 'A case has stopped',
      place: workflow.name,
      loses: `A case stands still in the stage “${workflow.name}”: nobody is asked, reminded or told any more.`,
      metric: new MathExpression({
        // Each is there only when there was one.
        expression: 'FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)',
        period: fiveMinutes,
        usingMetrics: {
          failed: machine.metricFailed(),
          timedOut: machine.metricTimedOut(),
          aborted: machine.metricAborted(),
        },
      }),
      threshold: 1,
    })
  }
}
