import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { verifyRegister } from '../../../domain/register/verify.ts'
import { loadLocality } from '../../../functions/load-register/load-locality.ts'
import { commitRegister } from '../../../functions/store/commit-register.ts'
import { loadEverybody, loadGroup, loadPerson, loadPractices } from '../../../functions/store/locality-store.ts'
import { exportRegister } from '../../../functions/store/register-past.ts'
import { loadRegister } from '../../../functions/store/register-store.ts'
import { tableShape } from '../../../functions/store/table.ts'
import { sampleLocality } from '../../../local/sample/sample-locality.ts'
import { tableUnderTest } from '../../local/dynamodb/table-under-test.ts'
import { temporaryFolder } from '../../local/temporary-folder.ts'

const script = fileURLToPath(new URL('../../../functions/load-register/run.ts', import.meta.url))

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

  test('loaded again, nobody is found where they no longer belong, and the register of interests keeps what it knew', async () => {
    const { document } = await tableUnderTest()
    const deps = { table: { client: document, name: tableShape.name }, now: () => '2026-03-02T09:00:00.000Z' }
    const { people, practices, organisations } = sampleLocality('2026-01-31T09:00:00.000Z')
    const person = people.find(({ practiceId }) => practiceId)
    const [organisation] = organisations
    if (!person?.practiceId || !organisation) throw new Error('The sample has nobody.')
    const declared = (declaredAt: string, ...of: string[]) => [
      {
        ...{ person: person.id, declaredAt },
        declaration: of[0]
          ? {
              kind: 'interests' as const,
              interests: of.map((organisationId) => ({ organisationId, kind: 'director' as const, detail: '' })),
            }
          : { kind: 'nothing to declare' as const },
      },
    ]
    const locality = { people, practices, organisations }
    await loadLocality(deps, { ...locality, declarations: declared('2026-01-05T09:00:00.000Z', organisation.id) })
    const interest = { ...{ organisationId: organisation.id, detail: '' }, source: 'The companies register' }
    const recorded = { ...interest, kind: 'owner' as const, basisPoints: 500 }
    await commitRegister(deps, await loadRegister(deps), {
      events: [{ type: 'InterestRecorded', data: { person: person.id, interest: recorded } }],
      ...{ by: { step: 'a-step' }, at: deps.now() },
    })

    const { practiceId, ...moved } = person
    const declarations = declared('2026-02-02T09:00:00.000Z')
    await loadLocality(deps, { ...locality, people: [{ ...moved, roles: ['observer'] }], declarations })
    for (const group of [practiceId, ...person.roles])
      expect((await loadGroup(deps, group)).map(({ id }) => id)).not.toContain(person.id)
    expect((await loadGroup(deps, 'observer')).map(({ id }) => id)).toContain(person.id)
    expect(await loadEverybody(deps)).toHaveLength(people.length)
    const entry = async () => (await loadRegister(deps)).entries.find((one) => one.person === person.id)
    const kept = { recorded: [recorded], dropped: [{ organisationId: organisation.id }] }
    expect(await entry()).toMatchObject({ ...kept, declaredAt: '2026-02-02T09:00:00.000Z' })

    await loadLocality(deps, { ...locality, declarations: declared('2026-01-05T09:00:00.000Z', organisation.id) })
    expect(await entry()).toMatchObject({ ...kept, declaredAt: '2026-02-02T09:00:00.000Z' })
  })

  test('what a file changes is on the record of the register, each change with what it says, and nothing that it does not', async () => {
    const { document } = await tableUnderTest()
    const deps = { table: { client: document, name: tableShape.name }, now: () => '2026-03-02T09:00:00.000Z' }
    const { people, practices, organisations } = sampleLocality('2026-01-31T09:00:00.000Z')
    const declared = people.map(({ id: person }) => ({
      ...{ person, declaredAt: '2026-01-05T09:00:00.000Z', declaration: { kind: 'nothing to declare' as const } },
    }))
    await loadLocality(deps, { people, practices, organisations, declarations: declared })
    const before = await exportRegister(deps)
    const count = (type: string, of = before) => of.events.filter(({ entry }) => entry.type === type).length
    expect([count('OrganisationRecorded'), count('InterestsDeclared'), count('RegisterLoaded')]).toEqual([
      organisations.length,
      people.length,
      1,
    ])
    const [one] = organisations
    if (!one) throw new Error('The sample has no organisation.')
    await loadLocality(deps, {
      ...{ people, practices, declarations: declared },
      organisations: [{ ...one, areas: [...one.areas, 'diagnostics'] }, ...organisations.slice(1)],
    })
    const after = await exportRegister(deps)
    expect(after.events.slice(before.events.length).map(({ entry, payload }) => [entry.type, payload?.data])).toEqual([
      ['OrganisationRecorded', expect.objectContaining({ changed: ['where it provides services'] })],
      ['RegisterLoaded', expect.anything()],
    ])
    expect(verifyRegister(after).problems).toEqual([])
  })

  test('says everything that is wrong with a file, and writes nothing', async () => {
    const table = await tableUnderTest()
    const file = join(await temporaryFolder(), 'register.json')
    await writeFile(file, JSON.stringify({ practices: [{ id: 'one' }], people: [] }))
    const { exit, said } = await load(table.dynoxide.endpoint, file)
    expect(exit).toBe(1)
    expect(said).toContain('practices[0].name')
    expect(said).toContain('organisations')
    const store = { table: { client: table.document, name: tableShape.name } }
    expect(await loadPractices(store)).toEqual([])

    const sample = sampleLocality('2026-01-31T09:00:00.000Z')
    const people = [...sample.people, ...sample.people.slice(0, 1)]
    const organisations = sample.organisations.map((one, index) =>
      index === 0 ? { ...one, areas: ['the-moon'] } : one,
    )
    await writeFile(file, JSON.stringify({ practices: sample.practices, organisations, people }))
    const broken = await load(table.dynoxide.endpoint, file)
    expect(broken.exit).toBe(1)
    for (const line of [
      'Nothing more was written. The register cannot hold what this file says.',
      'Choose a commissioning area\n  → at organisations[0].areas[0]',
      `people[0] is of the same person, ${people[0]?.id}: take one of them out\n  → at people[${people.length - 1}]`,
    ])
      expect(broken.said).toContain(line)
    expect(await loadPractices(store)).toEqual([])
  })

  test('asks for a file', async () => {
    expect(await load('http://127.0.0.1:1')).toEqual({
      exit: 1,
      said: 'Nothing more was written. Say which file: npm run register -- FILE\n',
    })
  })
})
