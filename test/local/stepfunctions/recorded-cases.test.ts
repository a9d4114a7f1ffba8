import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Comparator, RecordedCase } from './recorded-case.ts'
import { definitionOf, play, type Verdict } from './run-recorded-case.ts'

const folder = new URL('../../../../shared/asl-cases/', import.meta.url)
const verdicts: Verdict[] = []

// The recordings lie beside the project, not in it; without them there is nothing to hold the engine against.
describe.skipIf(!existsSync(folder))(
  'what AWS was recorded doing (skipped when ../shared/asl-cases is not there)',
  () => {
    const cases = existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith('.json'))
          .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedCase)
      : []

    test.each(cases.map((recorded) => [recorded.name, recorded] as const))('%s', async (_name, recorded) => {
      const comparator = (await import(pathToFileURL(`${folder.pathname}compare.mjs`).href)) as Comparator
      const verdict = await play(recorded, comparator)
      verdicts.push(verdict)
      expect(verdict.verdict === 'differs' ? verdict.about : []).toEqual([])
      if (verdict.verdict === 'refused') {
        // Refused is only right for what another service or JSONPath would be needed for, and it names the field.
        expect(verdict.about.join()).toMatch(/ at \/States\//)
        expect(JSON.stringify(definitionOf(recorded))).not.toMatch(/"QueryLanguage":"JSONata".*lambda:invoke/)
      }
    })

    test.each(
      cases
        .filter((recorded) => recorded.definitionJsonataLambdaToken)
        .map((recorded) => [recorded.name, recorded] as const),
    )('%s is refused, naming the Resource, with the service it was recorded with', async (_name, recorded) => {
      const { definitionJsonataLambdaToken: _, ...original } = recorded
      const verdict = await play(original, {} as Comparator)
      expect(verdict.verdict).toBe('refused')
      expect(verdict.about[0]).toMatch(/at \/States\/[^/]+\/Resource/)
    })

    afterAll(() => {
      const count = (kind: Verdict['verdict']): number => verdicts.filter(({ verdict }) => verdict === kind).length
      console.log(`recorded cases: ${count('agrees')} agree, ${count('refused')} refused, ${count('differs')} differ`)
    })
  },
)
