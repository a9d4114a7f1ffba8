import { Unzlib } from 'fflate'
import { PdfTokens } from './pdf-tokens.ts'

/** What the objects that are compressed unpack to at most; what is larger is not looked into. */
const MOST_UNPACKED = 50_000_000

/** Looks into a PDF, part by part: whether it is encrypted, and whether it carries programs. What its pages say is nothing of either. */
export class PdfCheck {
  #encrypted = false
  #scripted = false
  #before = ''
  /** The names in the dictionary of the object that is being read. */
  #names = new Set<string>()
  #packed: PackedObjects | undefined
  #left = MOST_UNPACKED
  readonly #tokens = new PdfTokens({ token: (token) => this.#token(token), stream: (part) => this.#stream(part) })

  get encrypted(): boolean {
    return this.#encrypted
  }

  get scripted(): boolean {
    return this.#scripted
  }

  /** @param part of the document, a character for each byte as the decoder of Windows-1252 gives it */
  take(part: string): void {
    this.#tokens.take(part)
  }

  /** Called when the whole document has been taken. */
  end(): void {
    this.#tokens.end()
  }

  #token(token: string): void {
    // A reference to how it is encrypted, or a dictionary of it (ISO 32000-1, 7.6.1).
    this.#encrypted ||= this.#before === '/Encrypt' && (token === '<<' || /^\d+$/.test(token))
    this.#looksFor(token)
    if (token === 'obj') this.#names.clear()
    if (token.startsWith('/') && this.#names.size < 1000) this.#names.add(token)
    if (token === 'endstream') this.#packed = undefined
    this.#before = token
  }

  /** An action that runs a script, the list of scripts that run when it is opened, and an action that starts a program (12.6.4). */
  #looksFor(token: string, before = this.#before): void {
    this.#scripted ||= token === '/JavaScript' || (before === '/S' && token === '/Launch')
  }

  /** Most objects of a newer PDF stand in compressed streams (7.5.7). */
  #stream(part: string): void {
    if (!this.#names.has('/ObjStm') || this.#left <= 0) return
    this.#packed ??= new PackedObjects({
      compressed: this.#names.has('/Filter'),
      most: this.#left,
      heard: (token, before) => this.#looksFor(token, before),
    })
    this.#left -= this.#packed.take(part)
  }
}

interface Packed {
  compressed: boolean
  /** How many bytes are read of it. */
  most: number
  heard(token: string, before: string): void
}

class PackedObjects {
  readonly #tokens: PdfTokens
  readonly #unzip: Unzlib | undefined
  readonly #most: number
  #unpacked = 0
  #broken = false

  constructor({ compressed, most, heard }: Packed) {
    let before = ''
    this.#most = most
    this.#tokens = new PdfTokens({
      token: (token) => {
        heard(token, before)
        before = token
      },
    })
    this.#unzip = compressed ? new Unzlib((part) => this.#read(latin1.decode(part))) : undefined
  }

  /** @returns how much came out of it */
  take(part: string): number {
    const before = this.#unpacked
    try {
      if (this.#broken) return 0
      if (this.#unzip) this.#unzip.push(bytesOf(part))
      else this.#read(part)
    } catch {
      // Compressed in another way, encrypted or too long: no more of it can be read.
      this.#broken = true
    }
    return this.#unpacked - before
  }

  #read(text: string): void {
    this.#unpacked += text.length
    this.#tokens.take(text)
    if (this.#unpacked > this.#most) throw new Error('It is too long to look into.')
  }
}

const latin1 = new TextDecoder('latin1')

/** Each byte by the character that the decoder makes of it. */
const byCharacter = new Map(
  [...latin1.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((character, byte) => [character, byte]),
)

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => byCharacter.get(character) ?? 0)
