import { Unzlib } from 'fflate'
import { creatorsIn } from './creators.ts'

/** What the properties of a PDF unpack to at most. */
const MOST_UNPACKED = 20_000_000

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/**
 * What a PDF says in clear, and everybody whom its properties name as having written it (ISO 32000-1, 14.3): in the information
 * dictionary, whatever form its strings have and wherever it stands, and in XMP. The compressed pages are not read: whoever
 * answers sees them.
 */
export function wordsInPdf(content: Uint8Array): { text: string; authors: string[] } {
  const plain = latin1(content)
  const packed = packedIn(content, plain)
  const places = placesIn(plain, packed)
  const texts = [plain, ...packed].map(withPlainNames)
  const authors = texts.flatMap((text) => [
    ...[...text.matchAll(/\/Author\s{0,20}/g)].map(({ index, 0: { length } }) => valueAt(text, index + length, places)),
    ...creatorsIn(text).map(asUtf8),
  ])
  return { text: texts.join('\n').replaceAll('\0', ''), authors }
}

/** Streams that hold objects or metadata, and no page. */
function packedIn(content: Uint8Array, plain: string): string[] {
  const found: string[] = []
  let left = MOST_UNPACKED
  for (const { index, 0: opening } of plain.matchAll(/stream\r?\n/g)) {
    const before = plain.slice(Math.max(0, index - 1_000), index)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const ends = plain.indexOf('endstream', index + opening.length)
    if (ends < 0) break
    if (!/\/(?:ObjStm|Metadata)\b/.test(dictionary) || !/\/(?:FlateDecode|Fl)\b/.test(dictionary)) continue
    const text = inflated(content.subarray(index + opening.length, ends), left)
    left -= text.length
    found.push(text)
  }
  return found
}

function inflated(bytes: Uint8Array, most: number): string {
  const parts: string[] = []
  let left = most
  try {
    const stream = new Unzlib((part) => {
      left -= part.length
      if (left < 0) throw new Error('It is too long to look into.')
      parts.push(latin1(part))
    })
    for (let from = 0; from < bytes.length; from += 65_536) stream.push(bytes.subarray(from, from + 65_536))
  } catch {
    // A stream that breaks off is searched as far as it could be read.
  }
  return parts.join('')
}

/** Where each object begins, by its number. */
function placesIn(plain: string, packed: string[]): Map<string, string> {
  const places = new Map<string, string>()
  for (const { index, 0: all, 1: number = '' } of plain.matchAll(/(?<!\d)(\d{1,10})\s\d{1,5}\sobj\b/g))
    places.set(number, plain.slice(index + all.length, index + all.length + 2_000))
  for (const text of packed) {
    const first = text.search(/[<([/]/)
    const pairs = text.slice(0, Math.max(first, 0)).match(/\d+/g) ?? []
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const from = first + Number(pairs[at + 1])
      places.set(pairs[at] ?? '', text.slice(from, from + 2_000))
    }
  }
  return places
}

/** `/#41uthor` is `/Author`. */
const withPlainNames = (text: string): string =>
  text.replaceAll(/\/[\w#]{1,60}/g, (name) =>
    name.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )

/** A string where it stands, or the object that is named there. One that cannot be read says that there is one. */
function valueAt(text: string, from: number, places: ReadonlyMap<string, string>): string {
  const here = text.slice(from, from + 2_000)
  const [, number] = /^(\d{1,10})\s\d{1,5}\sR/.exec(here) ?? []
  const value = number === undefined ? here : (places.get(number)?.trimStart() ?? 'unknown')
  if (value.startsWith('(')) return decodedString(literal(value))
  const [, hex] = /^<([0-9a-f\s]*)>/i.exec(value) ?? []
  if (hex !== undefined) return decodedString(fromHex(hex))
  return number === undefined ? '' : 'somebody, in properties that cannot be read'
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Between balanced brackets (ISO 32000-1, 7.3.4.2). */
function literal(value: string): string {
  let depth = 0
  let said = ''
  for (let at = 0; at < value.length; at += 1) {
    const one = value[at] ?? ''
    if (one === '\\') {
      const [octal = ''] = /^[0-7]{1,3}/.exec(value.slice(at + 1, at + 4)) ?? []
      const next = value[at + 1] ?? ''
      said += octal === '' ? (escapes[next] ?? next) : String.fromCharCode(Number.parseInt(octal, 8))
      at += Math.max(octal.length, 1)
      continue
    }
    if (one === '(') depth += 1
    if (one === ')') depth -= 1
    if (depth === 0) break
    if (depth > 1 || one !== '(') said += one
  }
  return said
}

const fromHex = (hex: string): string =>
  (hex.replaceAll(/\s/g, '').match(/.{1,2}/g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)))
    .join('')

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))

/** Text in UTF-16 or UTF-8 says so; other text is near enough Latin. */
function decodedString(text: string): string {
  if (text.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(bytesOf(text.slice(2)))
  if (text.startsWith('\u00ef\u00bb\u00bf')) return asUtf8(text.slice(3))
  return text
}

const asUtf8 = (text: string): string => new TextDecoder().decode(bytesOf(text))
