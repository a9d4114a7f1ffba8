import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fileTypeFromStream } from 'file-type'
import { MOST_DOCUMENT_BYTES } from './document.ts'
import { allowedTypes, type DocumentType, documentTypes } from './document-type.ts'
import { LikeText } from './like-text.ts'
import { faultOfPacked, isPacked, LOCKED } from './packed-document.ts'
import { PdfCheck } from './pdf-check.ts'
import { ZipDirectory } from './zip-directory.ts'

/** Decodes each byte to one character; beyond ASCII it does not matter to which. */
const latin1 = new TextDecoder('latin1')

/** Readers find the header of a PDF within so many bytes (ISO 32000-1, annex H). */
const PDF_BEGINS_WITHIN = 1024

/** An Office file with a password is no zip file any more but a compound file (MS-OFFCRYPTO 2.1). */
const COMPOUND = 'application/x-cfb'

/**
 * Looks at a document part by part, in order: what it is, from its own bytes. It runs in the bidder's browser before
 * anything is sealed, and again at the opening; it never holds more than the part it is given, and the end of an archive.
 */
export class DocumentCheck {
  #hash = sha256.create()
  #bytes = 0
  #pdf: PdfCheck | undefined
  #zip: ZipDirectory | undefined
  #isText = true
  #isBlank = true
  #likeText: LikeText | undefined
  #decoder = new TextDecoder('utf-8', { fatal: true })

  take(part: Uint8Array): void {
    if (this.#bytes === 0) {
      if (latin1.decode(part.subarray(0, PDF_BEGINS_WITHIN)).includes('%PDF-')) this.#pdf = new PdfCheck()
      // The directory is collected as long as the document may be an archive.
      if (latin1.decode(part.subarray(0, 2)) === 'PK'.slice(0, part.length)) this.#zip = new ZipDirectory()
      this.#likeText = new LikeText(part)
    }
    this.#hash.update(part)
    this.#bytes += part.length
    this.#pdf?.take(latin1.decode(part))
    this.#zip?.take(part)
    this.#likeText?.take(part)
    this.#isText &&= !part.includes(0) && this.#decodes(part)
  }

  #decodes(part: Uint8Array): boolean {
    try {
      const text = this.#decoder.decode(part, { stream: true })
      this.#isBlank &&= text.trim() === ''
      return true
    } catch {
      return false
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  /** SHA-256 in hexadecimal. Nothing can be taken after it was asked. */
  digest(): string {
    return bytesToHex(this.#hash.digest())
  }

  /**
   * What is wrong with it, in words, or what type it is.
   * @param content the document once more, from a place on; only as much of it is read as is needed
   */
  async verdict(
    content: (from: number) => ReadableStream<Uint8Array>,
  ): Promise<{ type: DocumentType } | { fault: string }> {
    const size = sizeFault(this.#bytes)
    if (size !== undefined) return { fault: size }
    const found = await fileTypeFromStream(content(0))
    const mime = found?.mime ?? (this.#isText ? 'text/plain' : undefined)
    if (mime === COMPOUND)
      return { fault: 'It is protected with a password, or in an old format: save it as a PDF without a password' }
    const fault = mime !== undefined && isDocumentType(mime) && (await this.#faultOf(mime, content))
    if (fault) return { fault }
    if (mime !== undefined && isDocumentType(mime)) return { type: mime }
    if (mime === undefined && this.#likeText?.holds)
      return {
        fault: 'It is text, but not in UTF-8. Save it with the encoding UTF-8 (in Excel, as “CSV UTF-8”), or as a PDF',
      }
    return { fault: `It is ${mime === undefined ? 'in an unknown format' : mime}. Use one of: ${allowedTypes}` }
  }

  /** Why nobody could read a document of this type, or should not. */
  async #faultOf(
    type: DocumentType,
    content: (from: number) => ReadableStream<Uint8Array>,
  ): Promise<string | undefined> {
    if (type === 'application/pdf') {
      this.#pdf?.end()
      if (this.#pdf?.encrypted) return LOCKED
      if (this.#pdf?.scripted) return 'It carries a script or starts a program. Print it as a PDF, or save it without'
    }
    if (type === 'text/plain' && this.#isBlank) return 'It is empty: there is nothing in it but blanks'
    return isPacked(type) ? faultOfPacked(type, this.#zip?.entries(), content) : undefined
  }
}

const isDocumentType = (mime: string): mime is DocumentType => mime in documentTypes

/** What is wrong with the size of a document, which needs no look inside. */
export function sizeFault(bytes: number): string | undefined {
  if (bytes === 0) return 'It is empty'
  return bytes > MOST_DOCUMENT_BYTES ? 'It is larger than 100 MB' : undefined
}
