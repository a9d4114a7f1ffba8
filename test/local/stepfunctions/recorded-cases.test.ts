import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { agreementTable, withTable } from './agreement.ts'
import type { Comparator, RecordedCase } from './recorded-case.ts'
import { definitionOf, play, type Verdict } from './run-recorded-case.ts'

// The recordings lie beside the project, not in it; without them there is nothing to hold the engine against.
const folder = new URL('../../../../shared/asl-cases/', import.meta.url)
const there = existsSync(folder)
const files = there ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []
const cases = files.map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedCase)
const comparator = there ? ((await import(new URL('compare.mjs', folder).href)) as Comparator) : undefined
const verdicts: Verdict[] = []

test.skipIf(!there).each(cases.map((recorded) => [recorded.name, recorded] as const))(
  'as AWS did: %s',
  async (_, recorded) => {
    const verdict = await play(recorded, comparator as Comparator)
    verdicts.push(verdict)
    expect(verdict.verdict === 'differs' ? verdict.about : []).toEqual([])
    if (verdict.verdict === 'refused') {
      // Refusing is right only for what is not covered, and it names the field.
      expect(verdict.about.join()).toMatch(/ at \/States\//)
      expect(recorded.requires.every((service) => service === 'lambda' || service === 'nested-sfn')).toBe(false)
      expect(JSON.stringify(definitionOf(recorded))).toMatch(/"Resource"/)
    }
  },
)

const elsewhere = cases.filter((recorded) => recorded.definitionJsonataLambdaToken)
test.skipIf(!there).each(elsewhere.map((recorded) => [recorded.name, recorded] as const))(
  'refused with the service it was recorded with, naming the Resource: %s',
  async (_, { definitionJsonataLambdaToken: __, ...original }) => {
    const verdict = await play(original, comparator as Comparator)
    expect(verdict.verdict).toBe('refused')
    expect(verdict.about[0]).toMatch(/at \/States\/[^/]+\/Resource/)
  },
)

test.skipIf(!there)(
  'the README’s table is what playing them gives (UPDATE=1 writes it; skipped without ../shared)',
  () => {
    const file = new URL('../../../local/stepfunctions/README.md', import.meta.url)
    const readme = readFileSync(file, 'utf8')
    const updated = withTable(readme, agreementTable(verdicts))
    if (process.env['UPDATE'] === '1') writeFileSync(file, updated)
    else expect(readme).toBe(updated)
  },
)
