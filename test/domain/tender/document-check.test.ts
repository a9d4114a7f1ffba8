import { strToU8, zipSync, zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { DocumentCheck } from '../../../domain/tender/document-check.ts'

/** @param size of the parts that it is looked at in, in bytes */
async function verdictOn(bytes: Uint8Array<ArrayBuffer>, size = bytes.length) {
  const check = new DocumentCheck()
  for (let from = 0; from < bytes.length; from += size) check.take(bytes.subarray(from, from + size))
  return check.verdict((from) => new Blob([bytes.subarray(from)]).stream())
}
const ascii = (text: string) => new TextEncoder().encode(text)
const pdf = (body: string, trailer: string) =>
  ascii(`%PDF-1.7\n1 0 obj\n${body}\nendobj\ntrailer\n<< /Root 1 0 R ${trailer} >>\n%%EOF`)
const words = 'BT (For a password, write /Encrypt 5 0 R) Tj ET /Encrypt 5 0 R'
const streams = `<< /Length ${words.length} >>\nstream\n${words}\nendstream`.repeat(3)

describe('a password on a PDF is found wherever the parts of it begin', () => {
  test.each([7, 9, 63, 64, 65, 1000])('in parts of %i bytes', async (size) => {
    expect(await verdictOn(pdf(streams, '/Encrypt 5 0 R'), size)).toMatchObject({
      fault: expect.stringContaining('password'),
    })
    expect(
      await verdictOn(pdf('<< /Type /XRef /Encrypt << /V 4 >> >>\nstream\nxyz\nendstream', ''), size),
    ).toMatchObject({
      fault: expect.stringContaining('password'),
    })
  })

  test('and not in what its pages or its title say', async () => {
    const title = '/Info << /Title (What /Encrypt 5 0 R means) >>'
    expect(await verdictOn(pdf(streams, title))).toEqual({ type: 'application/pdf' })
    expect(await verdictOn(pdf(streams, ''), 64)).toEqual({ type: 'application/pdf' })
  })
})

describe('a password on a PDF is found however it is written', () => {
  const trailer = (said: string) => `%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<<${said}/Root 1 0 R>>\n`
  test.each([
    ['under an escaped name', trailer('/#45ncrypt 5 0 R')],
    ['as a dictionary', trailer('/Encrypt<</V 4>>')],
    ['after a bracket in a comment', `%PDF-1.7\n% ( said so\n${trailer('/Encrypt 5 0 R')}% )\n%%EOF`],
    ['after a bracket that nothing closes', `%PDF-1.7\n2 0 obj\n(Begun\nendobj\n${trailer('/Encrypt 5 0 R')}(so)`],
    ['with a comment between', trailer('/Encrypt % how\n5 0 R')],
    ['after a string with brackets in it', trailer('/Title (a (b) \\) c)/Encrypt 5 0 R')],
    ['at the very end', '%PDF-1.7\ntrailer<</Encrypt 5 0 R'],
  ])('%s', async (_, text) => {
    for (const size of [5, 6, 13, 64, text.length])
      expect(await verdictOn(ascii(text), size)).toMatchObject({ fault: expect.stringContaining('password') })
  })

  test('and not where it is only spoken of', async () => {
    for (const said of [
      '/Title (a \\( /Encrypt 5 0 R)',
      '/Title <2F456E>',
      '/Subtype /Encrypt /V 4',
      '/Encryption 5 0 R',
    ])
      for (const size of [5, 7, 64, 500])
        expect(await verdictOn(ascii(trailer(said)), size)).toEqual({ type: 'application/pdf' })
    const comment = ascii(trailer('% /Encrypt 5 0 R\n'))
    expect(await verdictOn(comment, 9)).toEqual({ type: 'application/pdf' })
  })
})

describe('a PDF with a program in it is refused', () => {
  const object = '<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'
  const packed = (bytes: Uint8Array, filter: string) =>
    Buffer.concat([
      ascii(`%PDF-1.5\n4 0 obj\n<</Type/ObjStm/N 1/First 4${filter}/Length ${bytes.length}>>\nstream\r\n`),
      bytes,
      ascii('\nendstream\nendobj\n%%EOF'),
    ])
  const compressed = zlibSync(ascii(`1 0 ${object}`.repeat(9)))
  test.each([
    ['that runs when it is opened', ascii(`%PDF-1.7\n1 0 obj\n${object}\nendobj\n%%EOF`)],
    ['that is started', ascii('%PDF-1.7\n1 0 obj\n<</A<</S /Launch /F (calc.exe)>>>>\nendobj\n%%EOF')],
    ['in compressed objects', packed(compressed, '/Filter/FlateDecode')],
    ['in objects of a stream', packed(ascii(`1 0 ${object}`), '')],
  ])('%s', async (_, bytes) => {
    for (const size of [11, 64, bytes.length])
      expect(await verdictOn(new Uint8Array(bytes), size)).toMatchObject({ fault: expect.stringContaining('script') })
  })

  test('but not one that only opens at a page, or whose compressed objects cannot be read', async () => {
    const opens = ascii('%PDF-1.7\n1 0 obj\n<</OpenAction[3 0 R/Fit]/Names<</Dests 5 0 R>>>>\nendobj\n%%EOF')
    for (const bytes of [opens, packed(Uint8Array.from([1, 2, 3, 4]), '/Filter/LZWDecode')])
      expect(await verdictOn(new Uint8Array(bytes))).toEqual({ type: 'application/pdf' })
  })
})

describe('an Office or OpenDocument file', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const odf = 'application/vnd.oasis.opendocument.text'
  const types = `<Types><Override ContentType="${word}.main+xml" PartName="/word/document.xml"/></Types>`
  const docx = (also = {}) =>
    zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8('<x/>'.repeat(99)), ...also })
  const odt = (manifest = '', also = {}) =>
    zipSync({
      mimetype: [strToU8(odf), { level: 0 }],
      'content.xml': strToU8('<x/>'),
      'META-INF/manifest.xml': strToU8(`<manifest:manifest>${manifest}</manifest:manifest>`),
      ...also,
    })
  const locked = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'

  test('is what it is', async () => {
    for (const size of [1, 50, 10_000]) {
      expect(await verdictOn(docx(), size)).toEqual({ type: word })
      expect(await verdictOn(odt(), size)).toEqual({ type: odf })
    }
  })

  test.each([
    ['with a password, as OpenDocument', odt(locked), 'password'],
    ['whose parts are encrypted', withFlag(docx()), 'password'],
    ['with macros of Office', docx({ 'word/vbaProject.bin': strToU8('x') }), 'macros'],
    ['with macros of OpenDocument', odt('', { 'Basic/Standard/Module1.xml': strToU8('x') }), 'macros'],
    ['with a control', docx({ 'word/activeX/activeX1.bin': strToU8('x') }), 'macros'],
    ['that was cut off', docx().slice(0, -30), 'cut off'],
    ['of which only the beginning is there', docx().slice(0, 200), 'cut off'],
    ['with bytes lost in its middle', lost(docx()), 'cut off'],
    ['whose manifest cannot be unpacked', garbled(odt()), 'cut off'],
    ['with a manifest that unpacks to a lot', odt('x'.repeat(5_000_000)), 'cut off'],
  ])('%s is refused', async (_, bytes, fault) => {
    expect(await verdictOn(new Uint8Array(bytes), 1_000_000)).toMatchObject({ fault: expect.stringContaining(fault) })
  })
})

/** Every part of it says that it is encrypted. */
function withFlag(archive: Uint8Array): Buffer {
  const bytes = Buffer.from(archive)
  for (const [signature, at] of [
    [0x04034b50, 6],
    [0x02014b50, 8],
  ] as const)
    for (let from = 0; from + 4 < bytes.length; from += 1)
      if (bytes.readUInt32LE(from) === signature) bytes.writeUInt16LE(bytes.readUInt16LE(from + at) | 1, from + at)
  return bytes
}

const lost = (archive: Uint8Array): Buffer => Buffer.concat([archive.subarray(0, 300), archive.subarray(310)])

/** What follows the name of the manifest is not what was compressed. */
function garbled(archive: Uint8Array): Buffer {
  const bytes = Buffer.from(archive)
  const name = 'META-INF/manifest.xml'
  return bytes.fill(0xff, bytes.indexOf(name) + name.length, bytes.indexOf(name) + name.length + 10)
}

describe('text', () => {
  test('of blanks is empty', async () => {
    for (const blank of ['   \n\n ', '\ufeff\u00a0\r\n'])
      expect(await verdictOn(ascii(blank), 2)).toMatchObject({ fault: expect.stringContaining('empty') })
    expect(await verdictOn(ascii('  a  '), 2)).toEqual({ type: 'text/plain' })
  })

  test('in UTF-8 is text', async () => {
    expect(await verdictOn(ascii('Posts;£\nA;1,180,000\n'), 8)).toEqual({ type: 'text/plain' })
  })

  test('in an encoding of Windows is not refused as something unknown: it says what to do', async () => {
    const windows1252 = new Uint8Array([...ascii('Price;'), 0xa3, ...ascii('1,180,000\r\n')])
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('Price;£1,180,000\r\n', 'utf16le')])
    for (const bytes of [windows1252, utf16])
      expect(await verdictOn(bytes, 5)).toMatchObject({
        fault: expect.stringContaining('Save it with the encoding UTF-8'),
      })
    expect(await verdictOn(new Uint8Array([0, 1, 2, 3, 0xff]))).toMatchObject({
      fault: expect.stringContaining('unknown format'),
    })
  })
})
