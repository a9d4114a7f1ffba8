import { expect, test } from 'vitest'
import { resume } from '../../../bench/resume/resume.ts'
import { tinyRun } from '../figures.ts'

test('a start after a kill is measured against an empty one', async () => {
  const figures = await tinyRun(resume)
  expect(figures.get('start with 100 waiting, of an empty one')?.value).toBeGreaterThan(0)
})
