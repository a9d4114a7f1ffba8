import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { functionFiles } from '../../../cdk/function-files.ts'
import { callsIn, callsOf } from '../../../cdk/permissions/calls.ts'
import { permissionsFor, portPermissions, sdkPermissions, settingsFor } from '../../../cdk/permissions/permissions.ts'
import { workflowFiles } from '../../../cdk/workflow-files.ts'
import { rightsPage } from './rights.ts'

const runtime = new URL('../../../functions/runtime/', import.meta.url)
/** All that knows AWS itself. */
const ports = readdirSync(runtime)
  .map((file) => readFileSync(new URL(file, runtime), 'utf8'))
  .join('\n')

const deployed = callsOf(functionFiles(workflowFiles()))

/** Rights that AWS calls otherwise than the command. */
const permittedAs: Record<string, string> = {
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  ListObjectsV2: 'ListBucket',
}

describe('what a function calls is read from its code', () => {
  test('by the clients of AWS, by the ports, and from the environment', () => {
    const code = `
      import { GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
      await table.client.send(new GetCommand({}));
      await table.client.send(new TransactWriteCommand2({ TransactItems: [{ Put: {} }, { ConditionCheck: {} }] }));
      for await (const page of paginateQuery({}, {})) await given.documents.put(key, bytes);
      const remove = ({ documents: documents2 }, key) => documents2.removeSupplied(key);
      setting("OIDC_ISSUER");`
    expect([...callsIn(code, 'f.ts')].sort()).toEqual([
      'GetCommand',
      'TransactWriteCommand',
      'documents.put',
      'documents.removeSupplied',
      'paginateQuery',
      'setting OIDC_ISSUER',
      'transact ConditionCheck',
      'transact Put',
    ])
  })

  test('and is not what the code only imports, or has in its data', () => {
    const code = 'import { ScanCommand } from "@aws-sdk/lib-dynamodb";\nconst change = { Delete: "the draft" };'
    expect([...callsIn(code, 'f.ts')]).toEqual([])
  })

  test('and a port that is handed on whole is refused: nobody could say what is called', () => {
    expect(() => callsIn('open(given.tenderKeys, envelope)', 'functions/steps/tender/x.ts')).toThrow(
      'functions/steps/tender/x.ts hands on all of “tenderKeys”',
    )
  })

  test('for each function by itself: Ask writes a wait and reads nothing; Enter reads the case and writes', () => {
    const ask = deployed.get('submission--ask-for-the-triage') ?? new Set()
    const enter = deployed.get('submission--enter-nomination') ?? new Set()
    expect(ask).toContain('transact Update')
    expect(ask).not.toContain('paginateQuery')
    expect(enter).toContain('paginateQuery')
    expect([...ask, ...enter].some((call) => call.startsWith('tenderKeys'))).toBe(false)
  })
})

describe('the permissions for it', () => {
  test('are said for every call that any function makes', () => {
    for (const [, calls] of deployed) expect(() => permissionsFor(calls)).not.toThrow()
  })

  test('stand in docs/rights.md, so that whoever reads a change sees what it lets a function do', async () => {
    await expect(rightsPage(deployed)).toMatchFileSnapshot('../../../docs/rights.md')
  })

  test('are none for a scan, which stops the synthesis', () => {
    expect(() => permissionsFor(['ScanCommand'])).toThrow('ScanCommand is called, but no permission is stated for it')
    expect(JSON.stringify(sdkPermissions)).not.toContain('Scan')
  })

  test('of the ports cover each command that functions/runtime/ sends', () => {
    const sent = [...ports.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name)
    const said = Object.values(portPermissions).flatMap((ports) => ports.flatMap(({ actions }) => actions))
    const permitted = said.map((action) => action.replace(/^\w+:/, ''))
    expect(sent.length).toBeGreaterThan(5)
    for (const command of sent) expect(permitted, `${command}`).toContain(permittedAs[command ?? ''] ?? command)
  })

  test('bring the settings that the port reads', () => {
    expect(settingsFor(['mail.send', 'documents.get', 'setting OIDC_ISSUER', 'workflows.arnOf'])).toEqual([
      'DOCUMENTS_BUCKET',
      'MAIL_FROM',
      'OIDC_ISSUER',
      'PORTAL_URL',
      'STATE_MACHINE_ARN_PREFIX',
      'TABLE_NAME',
    ])
    const named = [...ports.matchAll(/setting\('(\w+)'\)/g)].map(([, name]) => name)
    expect([...new Set(named)].sort()).toEqual(settingsFor(['mail.send', 'documents.get', 'workflows.arnOf']))
  })
})
