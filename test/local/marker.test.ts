import { expect, test } from 'vitest'
import { writtenIn } from './marker.ts'

const marker = 'KINGFISHER-41c9'

test('a marker is found however it is written, wherever it stands', () => {
  for (let before = 0; before < 7; before += 1) {
    const text = Buffer.from(`${'x'.repeat(before)}${marker} and so on`)
    expect(writtenIn(text, marker)).toBe('UTF-8')
    expect(writtenIn(text.toString('base64'), marker)).toBe('Base64')
    expect(writtenIn(text.toString('hex'), marker)).toBe('hexadecimal')
    expect(writtenIn(Buffer.from(text.toString(), 'utf16le'), marker)).toBe('UTF-16')
  }
  const another = Buffer.from('KINGFISHES-41c9')
  for (const text of [another, another.toString('base64'), another.toString('hex')])
    expect(writtenIn(text, marker)).toBeUndefined()
})
