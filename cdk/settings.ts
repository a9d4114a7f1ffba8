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
  /** The portal's own domain, with its certificate (CloudFront takes it from us-east-1 only). */
  portalDomain: z.hostname().optional(),
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\//, 'must be a certificate in us-east-1')
    .optional(),
})

export type Settings = z.infer<typeof settingsSchema>

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
  return settings.data
}
