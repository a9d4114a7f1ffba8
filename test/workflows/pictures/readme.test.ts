import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { waitNames } from '../../../domain/wait/wait.ts'
import { leaves, pictureOf } from '../../../workflows/pictures/picture.ts'
import { readWorkflowFiles } from '../../../workflows/pictures/read.ts'
import { readme } from '../../../workflows/pictures/readme.ts'
import { waits } from '../../../workflows/waits.ts'

const root = new URL('../../../', import.meta.url)
const written = readFileSync(new URL('workflows/README.md', root), 'utf8')
const files = Object.entries(readWorkflowFiles())

test('the README is what the files say; if not, run npm run pictures', () => {
  expect(written).toBe(readme(readWorkflowFiles()))
})

describe.each(files)('the picture of %s', (stage, asl) => {
  const picture = pictureOf(asl)
  const section = written.split(/^## /m).find((part) => part.includes(`${stage}.asl.json`)) ?? ''
  const [, mermaid = ''] = section.split('```')

  test('shows every state, in the drawing and in words', () => {
    for (const { name } of picture.states) {
      expect(mermaid).toContain(`"${name}"`)
      expect(section).toContain(`. **${name}**.`)
    }
  })

  test('leads to every state by an arrow that is drawn', () => {
    const drawn = new Set(picture.transitions.filter((way) => !leaves(way)).map(({ to }) => to))
    for (const { name } of picture.states) if (name !== picture.start) expect(drawn).toContain(name)
  })
})

describe('who waits for whom', () => {
  const asked = askedBySteps()

  test.each(waitNames)('%s is asked for by the state that the picture says', (name) => {
    expect(waits[name].asked).toBe(asked.get(name))
  })

  test.each(files)('every state of %s that asks says for what', (_, asl) => {
    const known = new Set(Object.values(waits).map((wait) => wait.asked))
    for (const { step, kind } of pictureOf(asl).states) if (kind === 'ask') expect(known).toContain(step)
  })
})

/** Which step asks for which wait, from the steps' own files. */
function askedBySteps(): Map<string, string> {
  const asked = new Map<string, string>()
  for (const [stage] of files) {
    const folder = new URL(`functions/steps/${stage}/`, root)
    const steps = existsSync(folder) ? readdirSync(folder) : []
    for (const file of steps) {
      const source = readFileSync(new URL(file, folder), 'utf8')
      const [, step, names] = /\basking\(\s*'([^']+)',\s*\[([^\]]*)\]/.exec(source) ?? []
      for (const [, name] of names?.matchAll(/'([^']+)'/g) ?? []) if (step && name) asked.set(name, step)
    }
  }
  return asked
}
