import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { namesIn } from '../../../domain/clarification/identifying.ts'
import { wordsIn } from '../../../domain/clarification/words-in-document.ts'
import { withoutTags } from '../../../domain/clarification/words-in-xml.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
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
  expect(withoutTags('<p>one<b>two</b></p> three')).toBe('onetwo  three')
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

describe('who wrote a document is found wherever its format says it', () => {
  const hex = Buffer.from('\ufeffJane Smith', 'utf16le').swap16().toString('hex').toUpperCase()
  const packed = deflateSync(Buffer.from('1 0 2 27 <</Author 2 0 R/Title(x)>> (Jane Smith)')).toString('latin1')
  const stream = `5 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode>>stream\n${packed}\nendstream endobj`
  const info = (value: string) => `%PDF-1.6\n1 0 obj\n<</Author${value}>>\nendobj\ntrailer<</Info 1 0 R>>`
  const xmp = (list: string) =>
    `%PDF-1.4\n<dc:creator><rdf:${list}><rdf:li>Jane Smith</rdf:li></rdf:${list}></dc:creator>`

  test.each([
    ['in hexadecimal, as LibreOffice writes it', info(`<${hex}>`), 'Jane Smith'],
    ['with brackets in it', info('(Jane Smith (Harbour))'), 'Jane Smith (Harbour)'],
    ['with escapes in it', info('(Jane \\(J\\) Sm\\151th)'), 'Jane (J) Smith'],
    ['in another object', `${info(' 2 0 R')}\n2 0 obj\n(Jane Smith)\nendobj`, 'Jane Smith'],
    ['under an escaped name', '%PDF-1.7 << /#41uthor (Jane Smith) >>', 'Jane Smith'],
    ['in a compressed object stream', `%PDF-1.5\n${stream}`, 'Jane Smith'],
    ['in XMP, as a bag', xmp('Bag'), 'Jane Smith'],
    ['in XMP, as a sequence', xmp('Seq'), 'Jane Smith'],
    ['in an attribute of XMP', '%PDF-1.4\n<rdf:Description pdf:Author="Jane Smith">', 'Jane Smith'],
    ['in an object that is not there', info(' 9 0 R'), 'somebody, in properties that cannot be read'],
  ])('a PDF: %s', (_, content, author) => {
    expect(wordsIn(strToU8(content, true), 'application/pdf').authors).toContain(author)
  })

  test.each([
    ['tracked changes', 'word/document.xml', '<w:ins w:author="Jane Smith"><w:t>x</w:t></w:ins>', 'Jane Smith'],
    ['comments', 'word/comments.xml', '<w:comment w:author="Jane Smith">', 'Jane Smith'],
    ['authors of cells', 'xl/comments1.xml', '<authors><author>Jane Smith</author></authors>', 'Jane Smith'],
    [
      'a namespace',
      'docProps/core.xml',
      '<dc:creator xmlns:dc="http://purl.org">Jane Smith</dc:creator>',
      'Jane Smith',
    ],
    [
      'the path of a template',
      'word/_rels/settings.xml.rels',
      '<Relationship Target="file:///C:/Users/Jane%20Smith/T.dotx"/>',
      'file:///C:/Users/Jane Smith/T.dotx',
    ],
    ['the path of a workbook', 'xl/workbook.xml', '<x15ac:absPath url="C:\\Users\\Jane\\"/>', 'C:\\Users\\Jane\\'],
    [
      'a property of their own',
      'docProps/custom.xml',
      '<property name="Owner"><vt:lpwstr>Jane Smith</vt:lpwstr></property>',
      'Owner',
    ],
  ])('Office: %s', (_, path, xml, author) => {
    expect(wordsIn(zip({ [path]: xml }), docx).authors).toContain(author)
  })

  test('a picture: in Exif, and in the texts of a PNG', () => {
    const exif = 'II*\0\x08\0\0\0\x01\0\x3b\x01\x02\0\x0b\0\0\0\x1a\0\0\0\0\0\0\0Jane Smith\0'
    expect(wordsIn(strToU8(`\xff\xd8\xff\xe1\0\x40Exif\0\0${exif}`, true), 'image/jpeg').authors).toEqual([
      'Jane Smith',
    ])
    const png = strToU8('\x89PNG\r\n\x1a\n\0\0\0\x11tEXtAuthor\0Jane Smith\0\0\0\0IDAT', true)
    expect(wordsIn(png, 'image/png').authors).toEqual(['Jane Smith'])
    expect(wordsIn(strToU8('\xff\xd8\xffExif\0\0II', true), 'image/jpeg').authors).toEqual([])
  })

  test('a document that says nothing of it has no authors', () => {
    const plain = { 'word/document.xml': '<w:p><w:hyperlink r:id="r1"/></w:p>', 'docProps/core.xml': '<dc:creator/>' }
    expect(wordsIn(zip(plain), docx).authors).toEqual([])
    expect(wordsIn(strToU8('%PDF-1.7\n1 0 obj\n<</Author()/Title(Costs)>>'), 'application/pdf').authors).toEqual([])
  })
})

describe('the name of whoever asks is found where it usually stands', () => {
  const called = (...names: string[]) =>
    names.map(
      (name, index): Organisation => ({
        ...{ id: `o${index}`, name, kind: 'provider', aliases: [] },
        owns: [],
        areas: [],
      }),
    )
  const names = called('Harbour Community Care', 'Brook & Sons', 'St Mary’s', 'Café Care')
  const found = (xml: string) => namesIn(wordsIn(zip({ 'word/document.xml': xml }), docx).text, names)

  test.each([
    ['as a letterhead', '<w:p>Harbour Community Care</w:p><w:p>How many clinics?</w:p>'],
    ['after another paragraph', '<w:p>Question from</w:p><w:p>Harbour Community Care</w:p>'],
    ['over a line break', '<w:p>Harbour<w:br/>Community Care</w:p>'],
    ['with an ampersand', '<w:p>Brook &amp; Sons</w:p>'],
    ['with an apostrophe in numbers', '<w:p>St Mary&#x2019;s</w:p>'],
    ['with an accent on its own, as macOS writes it', '<w:p>Cafe\u0301 Care</w:p>'],
    ['with a soft hyphen', '<w:p>Harbour Com\u00admunity Care</w:p>'],
    ['in a path', '<w:p/><a Target="Harbour%20Community%20Care/T.dotx"/>'],
  ])('%s', (_, xml) => {
    expect(found(xml)).toHaveLength(1)
  })
})
