import { readFileSync, writeFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { LAST_YEAR } from '../../../domain/time/bank-holidays.gen.ts'

const FIRST_YEAR = 2024
const file = new URL('../../../domain/time/bank-holidays.gen.ts', import.meta.url)

function written(): string {
  const calendar = new Holidays('GB', 'ENG')
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  const days = years
    .flatMap((year) => calendar.getHolidays(year))
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => `  '${date.slice(0, 10)}',`)
  return [
    '// Written by test/domain/time/bank-holidays.test.ts from date-holidays (GB, ENG); `UPDATE=1 npx vitest run test/domain/time` writes it anew.',
    '/** The last year the table covers. */',
    `export const LAST_YEAR = ${LAST_YEAR}`,
    '',
    '/** Bank holidays of England and Wales, as ISO dates. */',
    'export const bankHolidays = [',
    ...[...new Set(days)].sort(),
    '] as const',
    '',
  ].join('\n')
}

test('the table of bank holidays is what date-holidays says', () => {
  if (process.env['UPDATE']) writeFileSync(file, written())
  expect(readFileSync(file, 'utf8')).toBe(written())
})
