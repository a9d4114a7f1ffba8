import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { registerRules } from '../../domain/conflict/verify-checks.ts'
import { RELEASE } from '../../domain/disclosure/release.ts'
import { rules } from '../../domain/record/held.ts'
import { RegisterPast } from '../../domain/register/past.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('docs/checking.md says every rule that a record is held to, and no other', () => {
  const [, held = ''] = read('docs/checking.md').split('## What is held against what')
  const [told = ''] = held.split('The draws are held to')
  expect([...told.matchAll(/^- (.*)$/gm)].map(([, says]) => says)).toEqual(
    [...rules, ...registerRules(new RegisterPast({ events: [] }))].map(({ says }) => says),
  )
})

test('a pack names the release of package.json', () => {
  expect(RELEASE).toBe((JSON.parse(read('package.json')) as { version: string }).version)
})
