import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadPerson, loadPractices } from '../../../functions/store/locality-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { sampleLocality } from '../../../local/sample/sample-locality.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'
import { temporaryFolder } from '../../local/temporary-folder.ts'

const script = fileURLToPath(new URL('../../../functions/store/load-register.ts', import.meta.url))

async function load(endpoint: string, ...files: string[]): Promise<{ exit: unknown; said: string }> {
  const child = spawn(process.execPath, [script, ...files], {
    env: {
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      TABLE_NAME: tableShape.name,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data
    })
  return { exit: await new Promise((resolve) => child.once('close', resolve)), said }
}

describe('npm run register', () => {
  test('puts a locality into the table, where the API finds it', async () => {
    const table = await tableUnderTest()
    const { practices, organisations, people } = sampleLocality('2026-01-31T09:00:00.000Z')
    const file = join(await temporaryFolder(), 'register.json')
    await writeFile(file, JSON.stringify({ practices, organisations, people }))
    const { exit, said } = await load(table.dynoxide.endpoint, file)
    expect(said).toContain(`${practices.length} practices`)
    expect(exit).toBe(0)
    const store = { table: { client: table.document, name: tableShape.name } }
    expect(await loadPractices(store)).toHaveLength(practices.length)
    const [person] = people
    expect((await loadPerson(store, person?.id ?? ''))?.person).toEqual(person)
  })

  test('says everything that is wrong with a file, and writes nothing', async () => {
    const table = await tableUnderTest()
    const file = join(await temporaryFolder(), 'register.json')
    await writeFile(file, JSON.stringify({ practices: [{ id: 'one' }], people: [] }))
    const { exit, said } = await load(table.dynoxide.endpoint, file)
    expect(exit).toBe(1)
    expect(said).toContain('practices[0].name')
    expect(said).toContain('organisations')
    expect(await loadPractices({ table: { client: table.document, name: tableShape.name } })).toEqual([])
  })

  test('asks for a file', async () => {
    expect(await load('http://127.0.0.1:1')).toEqual({
      exit: 1,
      said: 'Nothing more was written. Say which file: npm run register -- FILE\n',
    })
  })
})
