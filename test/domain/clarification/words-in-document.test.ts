import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { withoutTags, wordsIn } from '../../../domain/clarification/words-in-document.ts'
import { growth } from '../../growth.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

test('a Word file says who wrote it, and its words are whole though they were typed in runs', () => {
  const found = wordsIn(
    zip({
      'word/document.xml': '<w:p><w:r><w:t>Harb</w:t></w:r><w:r><w:t>our Care</w:t></w:r></w:p>',
      'docProps/core.xml': '<dc:creator>Jo Brown</dc:creator><cp:lastModifiedBy>Al</cp:lastModifiedBy>',
      'docProps/app.xml': '<Company>Harbour</Company>',
      'word/media/image1.png': 'Meadow',
    }),
    docx,
  )
  expect(found.text).toContain('Harbour Care')
  expect(found.text).not.toContain('Meadow')
  expect(found.authors).toEqual(expect.arrayContaining(['Jo Brown', 'Al', 'Harbour']))
})

test('so do an OpenDocument file and a PDF, in whatever letters its properties are written', () => {
  const odt = zip({ 'meta.xml': '<meta:initial-creator>Jo Brown</meta:initial-creator>' })
  expect(wordsIn(odt, 'application/vnd.oasis.opendocument.text').authors).toEqual(['Jo Brown'])
  const pdf = (author: string) =>
    wordsIn(Buffer.from(`%PDF-1.7\n<< /Author (${author}) >>`, 'latin1'), 'application/pdf')
  expect(pdf('Jo Brown').authors).toEqual(['Jo Brown'])
  expect(pdf('\u00fe\u00ff\0J\0o').authors).toEqual(['Jo'])
  expect(pdf('').authors).toEqual([])
})

test('a text is its words, and what is no zip after all has none', () => {
  expect(wordsIn(strToU8('Château'), 'text/plain')).toEqual({ text: 'Château', authors: [] })
  expect(wordsIn(strToU8('no zip'), docx)).toEqual({ text: '', authors: [] })
})

test('tags are taken out, and what only begins like one stays', () => {
  expect(withoutTags('<p>one<b>two</b></p> three')).toBe('onetwo three')
  expect(withoutTags('a < b')).toBe('a < b')
  expect(withoutTags('<p>a < b > c')).toBe('a  c')
  expect(withoutTags('')).toBe('')
})

test('tags that never end take no longer than their length', () => {
  expect(growth((length) => withoutTags('<'.repeat(length)), 1_000_000)).toBeLessThan(9)
})

test('of a document that never ends, the beginning is looked through', () => {
  expect(wordsIn(strToU8('word '.repeat(500_000)), 'text/plain').text).toHaveLength(2_000_000)
})
