import { expect, test } from 'vitest'
import { satLately } from '../../../domain/nomination/experience.ts'

test('twelve months are counted in dates of London', () => {
  // Half past eleven in the evening in UTC is the next day in London’s summer.
  const at = '2026-06-30T23:30:00.000Z'
  expect(satLately(['2025-07-01'], at)).toBe(false)
  expect(satLately(['2025-07-02'], at)).toBe(true)
  expect(satLately([], at)).toBe(false)
})
