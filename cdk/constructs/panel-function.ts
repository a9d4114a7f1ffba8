import { Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Deployment } from '../deployment.ts'
import type { FunctionFile } from '../function-files.ts'
import { permissionsFor, settingsFor } from '../permissions/permissions.ts'
import { statementsFor } from '../permissions/statements.ts'
import { KeptLog } from './kept-log.ts'
import { acknowledgeWildcards } from './wildcards.ts'

export interface PanelFunctionProps {
  deployment: Deployment
  timeoutSeconds: number
  /** In MB; it buys processor time, too. */
  memory?: number
  /** Values of settings that only this function has. */
  settings?: Record<string, string>
}

/** One function with its own role, which may do what its code calls and nothing else, and only the settings it reads. */
export class PanelFunction extends Construct {
  readonly lambda: Lambda
  readonly log: KeptLog

  constructor(scope: Construct, { name, file }: FunctionFile, props: PanelFunctionProps) {
    super(scope, name)
    const { deployment, timeoutSeconds, memory = 512 } = props
    const calls = deployment.callsOf(name)
    this.log = new KeptLog(this, 'Log', `/redesign-panels/${deployment.name(name)}`)
    const role = new Role(this, 'Role', {
      // The trail tells of roles by name (trail-stack.ts).
      roleName: deployment.name(name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${file} calls, and no more`,
    })
    this.log.grantWrite(role)
    acknowledgeWildcards(role, ['*'], 'Traces belong to no resource.')
    for (const { statement, reason } of statementsFor(permissionsFor(calls), deployment.places)) {
      role.addToPolicy(statement)
      if (reason !== undefined) acknowledgeWildcards(role, statement.resources, reason)
    }
    this.lambda = new Lambda(this, 'Function', {
      functionName: deployment.name(name),
      description: file,
      code: Code.fromAsset(deployment.folder),
      handler: `${name}.handler`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout: Duration.seconds(timeoutSeconds),
      role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      environment: environment(file, settingsFor(calls), { ...deployment.environment, ...props.settings }),
    })
  }

  /** Lets somebody call it. Exactly it: CDK's own grant would add every version and alias. */
  invocation(): PolicyStatement {
    return new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.lambda.functionArn] })
  }
}

/** @throws Error naming a setting that the code reads and nobody gives */
function environment(file: string, names: string[], values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = values[name]
      if (value === undefined) throw new Error(`${file} reads the setting ${name}, which cdk/ does not give it.`)
      return [name, value]
    }),
  )
}
