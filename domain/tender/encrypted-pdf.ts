/** How many characters of the part before are looked at again, so that nothing hides across two parts. */
const OVERLAP = 64

/** How an encrypted PDF says so: a reference to, or a dictionary of, how it is encrypted (ISO 32000-1, 7.6.1). */
const encrypt = /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/

/** What a page says is in streams (7.3.8), and what a document says of itself in strings between brackets (7.3.4). */
const begins = />>\s*stream\r?\n/g
const ENDS = 'endstream'
const strings = /\((?:\\[\s\S]|[^()\\])*\)/g

/** Whether a PDF is encrypted, told part by part. What stands in its pages or its title says nothing of it. */
export class EncryptedPdf {
  #encrypted = false
  #inStream = false
  #tail = ''

  get encrypted(): boolean {
    return this.#encrypted
  }

  /** @param part of the document, a character for each byte */
  take(part: string): void {
    const text = this.#tail + part
    let at = 0
    for (;;) {
      if (this.#inStream) {
        const end = text.indexOf(ENDS, at)
        if (end < 0) break
        this.#inStream = false
        at = end + ENDS.length
      }
      begins.lastIndex = at
      const stream = begins.exec(text)
      const outside = text.slice(at, stream?.index).replaceAll(strings, '()')
      this.#encrypted ||= encrypt.test(outside)
      if (!stream) break
      this.#inStream = true
      at = begins.lastIndex
    }
    // In a stream, only its end is looked for.
    this.#tail = text.slice(Math.max(at, text.length - (this.#inStream ? ENDS.length - 1 : OVERLAP)))
  }
}
