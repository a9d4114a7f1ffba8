import { expect, test } from 'vitest'
import { certificateSchema } from '../../../../domain/panel-draw/fair-draw/certificate.ts'
import { termsSchema } from '../../../../domain/panel-draw/fair-draw/terms.ts'
import { stepsOf, stepsWith } from '../../../../web/features/draw/recomputing/steps.ts'

test('each line of a certificate belongs to one step of the check that people read', () => {
  const lines = Object.keys(certificateSchema.shape).flatMap((line) =>
    line === 'terms' ? Object.keys(termsSchema.shape).map((term) => `terms.${term}`) : [line],
  )
  for (const line of lines) expect(stepsWith([`${line}: it is wrong`]), line).toHaveLength(1)
  expect(stepsWith(lines.map((line) => `${line}.0: it is wrong`))).toEqual(stepsOf(true))
})
