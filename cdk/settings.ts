import type { App } from 'aws-cdk-lib'
import { z } from 'zod'

/**
 * What one deployment chooses, given as context: `cdk deploy -c environment=pilot -c mailFrom=panels@example.org`.
 * The defaults synthesise; docs/deploy.md says what each is for.
 */
const settingsSchema = z.strictObject({
  /** Begins the name of everything that has one; short, because a function's name has 64 letters at most. */
  environment: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,9}$/, 'must be 2 to 10 lower-case letters and digits')
    .default('pilot'),
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be an account number of 12 digits')
    .optional(),
  /** Personal data stays in the United Kingdom. */
  region: z.string().default('eu-west-2'),
  /** The address that mail comes from; its domain is verified with SES. */
  mailFrom: z.email().default('panels@panels.example'),
  /** Who is told of alarms. */
  alarmMail: z.email().optional(),
  /** What an ordinary month costs at most, in US dollars; whoever is told of alarms is told of more. */
  monthlyBudget: z.coerce.number().positive().optional(),
  /** A table that the record was put back into, with its stream, instead of the one that the stacks made (docs/runbook.md). */
  restoredTable: z
    .string()
    .regex(/^[\w.-]{3,255}$/, 'must be the name of a table')
    .optional(),
  restoredStream: z
    .string()
    .regex(/^arn:aws:dynamodb:[^:]+:\d{12}:table\/.+\/stream\/.+$/, 'must be the ARN of a stream')
    .optional(),
  /** The portal's own domain, with its certificate (CloudFront takes it from us-east-1 only). */
  portalDomain: z.hostname().optional(),
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\//, 'must be a certificate in us-east-1')
    .optional(),
  /** What the stack `…-firewall` printed. */
  firewallArn: z
    .string()
    .regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\//, 'must be a web ACL of CloudFront')
    .optional(),
})

export interface Settings extends z.infer<typeof settingsSchema> {
  /** Both settings of a table that the record was put back into. */
  restored: { tableName: string; tableStreamArn: string } | undefined
}

/** @throws Error naming every setting that does not fit */
export function readSettings(app: App): Settings {
  const given = Object.keys(settingsSchema.shape).map((name) => [name, app.node.tryGetContext(name)] as const)
  const settings = settingsSchema.safeParse(Object.fromEntries(given.filter(([, value]) => value !== undefined)))
  if (!settings.success)
    throw new Error(
      `The deployment's settings cannot be used: ${settings.error.issues
        .map(({ path, message }) => `${path.join('.')} ${message}`)
        .join('; ')}.`,
    )
  if ((settings.data.portalDomain === undefined) !== (settings.data.certificateArn === undefined))
    throw new Error('A portalDomain needs a certificateArn, and the other way round.')
  if (settings.data.monthlyBudget !== undefined && settings.data.alarmMail === undefined)
    throw new Error('A monthlyBudget needs an alarmMail: somebody to tell.')
  const { restoredTable: tableName, restoredStream: tableStreamArn } = settings.data
  if ((tableName === undefined) !== (tableStreamArn === undefined))
    throw new Error('A restoredTable needs its restoredStream, and the other way round.')
  const restored = tableName === undefined || tableStreamArn === undefined ? undefined : { tableName, tableStreamArn }
  return { ...settings.data, restored }
}
