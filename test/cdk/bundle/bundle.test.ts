import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bundle } from '../../../cdk/bundle/bundle.ts'
import { sideFiles } from '../../../cdk/bundle/side-files.ts'
import { functionFiles, stepFile } from '../../../cdk/function-files.ts'
import { drawPanel } from '../../../domain/panel-draw/fair-draw/draw-panel.ts'
import { verifyCertificate } from '../../../domain/panel-draw/fair-draw/verify.ts'
import { putPeople } from '../../../functions/store/locality-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { sampleLocality } from '../../../local/sample/sample-locality.ts'
import { announced, beacon, instance } from '../../domain/panel-draw/fair-draw/honest.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'
import { temporaryFolder } from '../../local/temporary-folder.ts'
import { freshProcess, httpEvent } from './fresh-process.ts'
import { clientId, issuerUnderTest } from './issuer.ts'

const answersSchema = z.array(z.object({ statusCode: z.int(), body: z.string() }))

/** What the API's bundle answers to requests. */
async function answers(folder: string, events: unknown[], env: Record<string, string> = {}) {
  const code = `import { handler } from './api.mjs'
    const answers = []
    for (const event of ${JSON.stringify(events)}) answers.push(await handler(event, {}))
    console.log('ANSWERS' + JSON.stringify(answers))`
  const printed = await freshProcess(folder, code, env)
  return answersSchema.parse(JSON.parse(printed.slice(printed.indexOf('ANSWERS') + 'ANSWERS'.length)))
}

/** The environment of a function, with the table on this machine. */
const lambdaEnv = (endpoint: string) => ({
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  TABLE_NAME: tableShape.name,
})

describe('the bundle, in a folder and a process of its own', () => {
  const functions = functionFiles()
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
    await bundle(functions, folder)
    return () => rm(folder, { recursive: true, force: true })
  })

  test('of every function loads, and exports a handler', async () => {
    const code = `const handlers = []
      for (const name of ${JSON.stringify(functions.map(({ name }) => name))})
        if (typeof (await import('./' + name + '.mjs')).handler === 'function') handlers.push(name)
      console.log(handlers.join())`
    expect((await freshProcess(folder, code)).trim().split(',')).toEqual(functions.map(({ name }) => name))
  })

  test('make no schema before one is asked', async () => {
    const others = functions.filter(({ name }) => !name.includes('--'))
    const loaded = [...others, stepFile('evaluation', 'attend-to-the-scores')]
    // Zod’s own hook: it is told of every schema that is made.
    const code = `const made = []
      globalThis.__zod_globalConfig = { postProcessor: (schema) => made.push(schema._zod.def.type) }
      for (const name of ${JSON.stringify(loaded.map(({ name }) => name))}) await import('./' + name + '.mjs')
      console.log('MADE ' + JSON.stringify(made))`
    expect(await freshProcess(folder, code)).toContain('MADE []')
  })

  test('of the API answers without a table what needs none', async () => {
    const [document, me, nowhere] = await answers(
      folder,
      ['/api/openapi.json', '/api/me', '/api/nowhere'].map((path) => httpEvent(path)),
    )
    expect(document?.statusCode).toBe(200)
    expect(JSON.parse(document?.body ?? '')).toMatchObject({ openapi: '3.1.0' })
    expect(me?.statusCode).toBe(401)
    expect(JSON.parse(me?.body ?? '')).toMatchObject({ code: 'NotSignedIn' })
    expect(nowhere?.statusCode).toBe(404)
  })

  test('of the API knows who signed in, and asks Cedar with the policies it carries', async () => {
    const table = await tableUnderTest()
    const locality = sampleLocality('2026-01-31T09:00:00.000Z')
    await putPeople({ table: { client: table.document, name: tableShape.name } }, locality)
    const issuer = await issuerUnderTest()
    const withRole = (role: string) => locality.people.find(({ roles }) => roles.some((one) => one === role))?.id ?? ''
    const as = async (path: string, person: string) =>
      httpEvent(path, { authorization: `Bearer ${await issuer.tokenOf(person)}` })
    const [cases, boardOfManager, boardOfPractice, stranger] = await answers(
      folder,
      [
        httpEvent('/api/public/cases'),
        await as('/api/board', withRole('programme-manager')),
        await as('/api/board', withRole('practice')),
        await as('/api/board', 'nobody-we-know'),
      ],
      { ...lambdaEnv(table.dynoxide.endpoint), OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: clientId },
    )
    expect(cases).toMatchObject({ statusCode: 200, body: '{"rows":[]}' })
    expect(boardOfManager).toMatchObject({ statusCode: 200, body: '{"rows":[]}' })
    expect(boardOfPractice?.statusCode).toBe(403)
    expect(boardOfPractice?.body).toContain('"code":"NotAllowed"')
    expect(stranger?.statusCode).toBe(401)
  })

  test('of a step fails with the name of its refusal, which the workflow catches by it', async () => {
    const step = stepFile('submission', 'enter-nomination')
    const table = await tableUnderTest()
    const code = `import { handler } from './${step.name}.mjs'
      await handler({ caseId: 'c000000000000', stage: 'submission', attempt: 1 }).catch((error) => console.log('NAME ' + error.name))`
    expect(await freshProcess(folder, code, lambdaEnv(table.dynoxide.endpoint))).toContain('NAME NotFound')
  })
})

describe('the draw, as it is deployed', () => {
  test('is solved by the bundle that commits to it, with the solver it carries, and verified here', async () => {
    const folder = await temporaryFolder()
    const step = stepFile('panel-formation', 'commit-to-the-draw')
    await bundle([step], folder)
    // Lambda calls the step; what the step calls to solve is the chunk of the bundle that reads the WebAssembly.
    const chunk = readdirSync(folder).find((file) => file.startsWith('prepare-in-process')) ?? ''
    const job = { instance, announcement: announced, panels: 1_000 }
    const code = `import { prepareInProcess } from './${chunk}'
      console.log('PREPARED' + JSON.stringify(await prepareInProcess(${JSON.stringify(job)})))`
    const printed = await freshProcess(folder, code)
    const { terms } = JSON.parse(printed.slice(printed.indexOf('PREPARED') + 'PREPARED'.length))
    expect(verifyCertificate(drawPanel(terms, 'source', beacon)).problems).toEqual([])
  })
})

describe('the side files', () => {
  test('are said for every file of ours that reads from its own folder', () => {
    const root = new URL('../../../', import.meta.url)
    const sources = ['access', 'domain', 'functions'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    const reading = sources
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => /import\.meta\.(url|dirname|filename|resolve)/.test(readFileSync(new URL(file, root), 'utf8')))
    expect(reading).toEqual(Object.keys(sideFiles).filter((file) => file.endsWith('.ts')))
  })
})
