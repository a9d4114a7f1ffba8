import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import type { CloudAssembly } from 'aws-cdk-lib/cx-api'
import { afterAll } from 'vitest'
import { z } from 'zod'
import { build } from '../../cdk/deployment.ts'
import { redesignPanels } from '../../cdk/redesign-panels.ts'
import { workflowFiles } from '../../cdk/workflow-files.ts'

const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')))

const statementSchema = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
})
export type Statement = z.infer<typeof statementSchema>

const policySchema = z.object({
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
  Roles: z.array(z.object({ Ref: z.string() })),
})

export interface Resource {
  stack: string
  id: string
  properties: Record<string, unknown>
}

/** What would be deployed, as CloudFormation gets it. */
export interface Synthesised {
  app: App
  assembly: CloudAssembly
  /** Every resource of a type, in all stacks. */
  all(type: string): Resource[]
  /** The one resource of a type. @throws Error when there are others */
  one(type: string): Resource
  /** The statements of what a role may do. */
  allowed(stack: string, roleId: string): Statement[]
}

const folder = mkdtempSync(join(tmpdir(), 'redesign-panels-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The functions are bundled once, however often they are synthesised. */
const built = build(workflowFiles(), join(folder, 'bundle'))

export async function synthesised(settings: Record<string, string> = {}): Promise<Synthesised> {
  const app = new App({ context: { ...context, ...settings }, outdir: mkdtempSync(join(folder, 'out-')) })
  redesignPanels(app, await built)
  return read(app, app.synth())
}

/** The assembly remembers the templates that were read from it. */
function read(app: App, assembly: CloudAssembly): Synthesised {
  const resources = assembly.stacks.flatMap(({ stackName, template }) =>
    Object.entries(
      z
        .record(z.string(), z.looseObject({ Type: z.string(), Properties: z.looseObject({}).default({}) }))
        .parse(template.Resources),
    ).map(([id, { Type, Properties }]) => ({ stack: stackName, id, type: Type, properties: Properties })),
  )
  const all = (type: string) => resources.filter((resource) => resource.type === type)
  return {
    app,
    assembly,
    all,
    one(type) {
      const [only, ...others] = all(type)
      if (!only || others.length > 0) throw new Error(`There are ${others.length + (only ? 1 : 0)} of ${type}.`)
      return only
    },
    allowed: (stack, roleId) =>
      all('AWS::IAM::Policy')
        .filter((policy) => policy.stack === stack)
        .map(({ properties }) => policySchema.parse(properties))
        .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === roleId))
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
  }
}

/** The resource that `{ "Fn::GetAtt": [id, …] }` or `{ "Ref": id }` points to. */
export const pointsTo = (value: unknown): string =>
  z
    .union([
      z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((one) => one['Fn::GetAtt'][0]),
      z.object({ Ref: z.string() }).transform((one) => one.Ref),
    ])
    .parse(value)

/** A value with its joins done, and what only AWS knows in brackets. */
export function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if ('Fn::Join' in value) {
    const [separator, parts] = z.tuple([z.string(), z.array(z.unknown())]).parse(value['Fn::Join'])
    return parts.map(shown).join(separator)
  }
  return `<${Object.values(value).flat().join('.')}>`
}
