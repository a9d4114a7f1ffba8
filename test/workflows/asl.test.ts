import { readdirSync, readFileSync } from 'node:fs'
import validate from 'asl-validator'
import jsonata from 'jsonata'
import { describe, expect, test } from 'vitest'
import { workflows } from '../../workflows/names.ts'
import { type Asl, type Picture, pictureOf } from '../../workflows/pictures/picture.ts'

const folder = new URL('../../workflows/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.asl.json'))

const read = (file: string): Asl => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

describe.each(files)('%s', (file) => {
  const asl = read(file)

  test('is a stage of the case, or beside them', () => {
    expect(workflows).toContain(file.replace('.asl.json', ''))
  })

  test('is valid Amazon States Language', () => {
    // The validator writes into what it is given.
    expect(faultsOf(structuredClone(asl))).toEqual([])
  })

  test('says JSONata, a timeout and what it is for', () => {
    expect(asl).toMatchObject({ QueryLanguage: 'JSONata', TimeoutSeconds: expect.any(Number) })
    expect(asl.Comment).toMatch(/requirements §/)
  })

  test('begins somewhere, leads only to states it has, and every state can be reached', () => {
    const picture = pictureOf(asl)
    const names = picture.states.map(({ name }) => name)
    expect(names).toContain(asl.StartAt)
    for (const { to } of picture.transitions) expect(names).toContain(to)
    expect(names.filter((name) => !reachable(picture).has(name))).toEqual([])
  })

  test('can end from every state', () => {
    const picture = pictureOf(asl)
    const stuck = picture.states.filter(
      ({ name, within }) =>
        within === undefined &&
        !picture.states.some((state) => state.last && reachable({ ...picture, start: name }).has(state.name)),
    )
    expect(stuck).toEqual([])
  })

  test('holds JSONata that can be read', () => {
    const expressions = expressionsIn(asl)
    expect(expressions.length).toBeGreaterThan(0)
    for (const expression of expressions) expect(() => jsonata(expression), expression).not.toThrow()
  })

  test('gives every task a timeout, and retries what is only for the moment', () => {
    for (const [name, state] of Object.entries(asl.States)) {
      if (state.Type === 'Task')
        expect(state, name).toMatchObject({ TimeoutSeconds: expect.anything(), Retry: expect.any(Array) })
    }
  })
})

describe('the checks', () => {
  const small = {
    QueryLanguage: 'JSONata',
    StartAt: 'One',
    States: {
      One: { Type: 'Pass', Output: "{% $states.input & '!' %}", Next: 'Two' },
      Two: { Type: 'Succeed' },
    },
  }

  test('pass what is right', () => expect(faultsOf(structuredClone(small))).toEqual([]))

  test('find a transition to nowhere', () => {
    const broken = { ...small, States: { ...small.States, One: { ...small.States.One, Next: 'Three' } } }
    expect(faultsOf(broken)).not.toEqual([])
  })

  test('find a state that nothing leads to', () => {
    const lonely = { ...small, States: { ...small.States, Three: { Type: 'Succeed' } } }
    expect(reachable(pictureOf(lonely)).has('Three')).toBe(false)
  })

  test('find JSONata that cannot be read', () => {
    const [expression = ''] = expressionsIn({ Output: '{% $states.input & %}' })
    expect(() => jsonata(expression)).toThrow()
  })
})

/** Substitutions stand where ARNs will be, so ARNs are not checked here but by the local Step Functions and by CDK. */
function faultsOf(definition: object): string[] {
  const { isValid, errorsText } = validate(definition, {
    checkPaths: true,
    checkArn: false,
  })
  return isValid ? [] : [errorsText()]
}

function reachable({ start, transitions }: Picture): Set<string> {
  const reached = new Set([start])
  for (const name of reached) for (const { from, to } of transitions) if (from === name) reached.add(to)
  return reached
}

function expressionsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\{%([\s\S]*)%\}$/.exec(value)?.slice(1, 2) ?? []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(expressionsIn) : []
}
