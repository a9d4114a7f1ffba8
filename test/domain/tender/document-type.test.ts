import { expect, test } from 'vitest'
import { nameFault } from '../../../domain/tender/document-type.ts'

test.each([
  ['Plan.pdf', 'application/pdf', undefined],
  ['PLAN.PDF', 'application/pdf', undefined],
  ['Costs v1.2.csv', 'text/plain', undefined],
  ['map.jpeg', 'image/jpeg', undefined],
  [
    'Plan.pdf',
    'text/plain',
    'Its name ends in “.pdf”, but its content is plain text. Save it as what its name says, or let its name end in “.txt” or “.csv”',
  ],
  [
    'letter.docx.exe',
    'application/pdf',
    'Its name ends in “.exe”, but its content is PDF. Save it as what its name says, or let its name end in “.pdf”',
  ],
  ['Plan', 'application/pdf', 'Its name has no ending that says what it is (PDF). Let its name end in “.pdf”'],
] as const)('whoever opens %s finds what its name says, or its sender is told: %s', (name, type, told) => {
  expect(nameFault(name, type)).toBe(told)
})
