import { expect, test } from 'vitest'
import { command } from '../../../bench/command/command.ts'
import { operationOf } from '../../../bench/command/timed-requests.ts'
import { tinyRun } from '../figures.ts'

test('commands are measured against bare writes, views against bare queries', async () => {
  const figures = await tinyRun(command)
  for (const name of ['accept-proposal', 'pause', 'resume', 'GET /api/board', 'GET /api/cases/{id}'])
    expect(figures.get(`${name}, p50`)?.value).toBeGreaterThan(0)
  expect(figures.get('every command, p50')?.reach).toEqual({ most: 3 })
  expect(figures.get('every view, p50')?.reach).toEqual({ most: 2.5 })
})

test('requests are told apart by what they do, not by whom and to what', () => {
  expect(operationOf('POST', '/api/cases/c0123456789ab/nominate')).toBe('nominate')
  expect(operationOf('GET', '/api/cases/c0123456789ab')).toBe('GET /api/cases/{id}')
  expect(operationOf('PUT', '/api/cases/c0123456789ab/score-drafts/harbour')).toBe(
    'PUT /api/cases/{id}/score-drafts/{organisationId}',
  )
  expect(operationOf('POST', '/api/drafts/c0123456789ab/submit')).toBe('/api/drafts/{id}/submit')
})
