import { describe, expect, test } from 'vitest'
import { DocumentCheck } from '../../../domain/tender/document-check.ts'

/** @param size of the parts that it is looked at in, in bytes */
async function verdictOn(bytes: Uint8Array<ArrayBuffer>, size = bytes.length) {
  const check = new DocumentCheck()
  for (let from = 0; from < bytes.length; from += size) check.take(bytes.subarray(from, from + size))
  return check.verdict(new Blob([bytes]).stream())
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

describe('text', () => {
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
