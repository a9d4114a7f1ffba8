import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { bundle } from './bundle/bundle.ts'
import { functionFiles } from './function-files.ts'
import { type Calls, callsOf } from './permissions/calls.ts'
import { type Places, tenderKeyAlias } from './permissions/statements.ts'
import type { Settings } from './settings.ts'
import type { WorkflowFile } from './workflow-files.ts'

/** The code of all functions in one folder, and what each of them calls. */
export interface Built {
  folder: string
  callsOf(name: string): Calls
}

/** @param folder for the bundle */
export async function build(workflows: WorkflowFile[], folder: string): Promise<Built> {
  const functions = functionFiles(workflows)
  const calls = callsOf(functions)
  await bundle(functions, folder)
  return {
    folder,
    callsOf: (name) => {
      const found = calls.get(name)
      if (!found) throw new Error(`There is no function ${name}.`)
      return found
    },
  }
}

/** What every function of one deployment is given. */
export interface Deployment extends Built {
  /** The name of a thing in this environment. */
  name(thing: string): string
  /** Values of the settings that functions read. */
  environment: Record<string, string>
  places: Places
  alarms: ITopic
}

export const nameIn =
  ({ environment }: Settings) =>
  (thing: string): string =>
    `${environment}-${thing}`

/**
 * Where things are whose names are known before they are made. State machines are among them, because a stage may hand
 * over to any other and CloudFormation makes no circles; the host of the sign-in page, because the portal names it first.
 */
export function knownPlaces(settings: Settings, account: string) {
  const { region, mailFrom } = settings
  const name = nameIn(settings)
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`
  const mailDomain = mailFrom.slice(mailFrom.indexOf('@') + 1)
  // A prefix that no other customer of AWS has taken.
  const signInPrefix = `${name('redesign-panels')}-${account}`
  return {
    workflow: (workflow: string) => arn('states', `stateMachine:${name(workflow)}`),
    /** The record's own name: nothing but its stream is handed from stack to stack, so that it can be put back under another. */
    table: settings.restoredTable ?? name('record'),
    tableArn: arn('dynamodb', `table/${settings.restoredTable ?? name('record')}`),
    /** The names of buckets: no other customer of AWS has one of them. */
    bucket: (purpose: string) => `${name(`redesign-panels-${purpose}`)}-${account}`,
    mailDomain,
    mailIdentity: arn('ses', `identity/${mailDomain}`),
    keys: arn('kms', 'key/*'),
    tenderKeyAliases: arn('kms', tenderKeyAlias),
    signInPrefix,
    /** Its page, and the issuer that describes it. */
    signInHosts: [
      `https://${signInPrefix}.auth.${region}.amazoncognito.com`,
      `https://cognito-idp.${region}.amazonaws.com`,
    ],
  }
}
