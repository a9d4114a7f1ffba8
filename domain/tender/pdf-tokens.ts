/** Who hears what a PDF is written in. */
interface Heard {
  /** A name as it reads, `/Encrypt`; a word or a number; `<<`, `>>`. Not what stands in strings and comments. */
  token(token: string): void
  /** What is in a stream, as it comes; its dictionary was heard before. */
  stream?(part: string): void
}

/** White space and delimiters, and what is neither (ISO 32000-1, 7.2.2). */
const plain = /%|\(|<<|>>|<|>|\/[^\0\s%()<>[\]{}/]*|[^\0\s%()<>[\]{}/]+/g
/** What balances a string or escapes (7.3.4.2). A file that is broken can leave one open: an object that begins on a line ends it. */
const inString = /\\[\s\S]|[()]|[\r\n][ \t]{0,8}(?:\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj|trailer|startxref)\b/g
const lineEnd = /[\r\n]/g
/** The end of a string of hexadecimal digits. */
const notHex = /[^0-9a-f\0\s]/gi
const ENDS = 'endstream'

/** The longest name that is read: none that means anything is longer. */
const MOST_CHARACTERS = 200
/** How many characters at the end of a part are kept for the next: what began there may go on. */
const WAITS = 64

/** Reads a PDF part by part, a character for each byte (ISO 32000-1, 7.2 and 7.3). */
export class PdfTokens {
  readonly #heard: Heard
  #rest = ''
  #mode: 'plain' | 'comment' | 'string' | 'hex' | 'stream' = 'plain'
  #depth = 0
  #before = ''

  constructor(heard: Heard) {
    this.#heard = heard
  }

  take(part: string): void {
    this.#read(this.#rest + part, false)
  }

  /** Called when the whole document has been taken. */
  end(): void {
    this.#read(this.#rest, true)
  }

  #read(text: string, last: boolean): void {
    let at = 0
    for (let next: number | undefined = 0; next !== undefined; next = this.#step(text, at, last)) at = next
    this.#rest = text.slice(at)
  }

  /** Goes on from there. @returns where it came to, or undefined where more must be known */
  #step(text: string, at: number, last: boolean): number | undefined {
    if (at >= text.length) return undefined
    switch (this.#mode) {
      case 'plain':
        return this.#plainly(text, at, last)
      case 'string':
        return this.#inString(text, at, last)
      case 'comment':
        return this.#until(lineEnd, text, at)
      case 'hex':
        return this.#until(notHex, text, at)
      case 'stream':
        return this.#inStream(text, at, last)
    }
  }

  #plainly(text: string, at: number, last: boolean): number | undefined {
    const found = after(plain, text, at)
    if (!found) return text.length
    const { index, 0: token } = found
    const end = index + token.length
    // `stream` counts with the end of its line.
    const more = !last && text.length - end < 2 && token !== '(' && token !== '%'
    if (more && token.length < MOST_CHARACTERS) return index > at ? index : undefined
    switch (token) {
      case '%':
        this.#mode = 'comment'
        return end
      case '(':
        this.#mode = 'string'
        this.#depth = 1
        return end
      case '<':
        this.#mode = 'hex'
        return end
      case 'stream':
        if (this.#before === '>>') {
          this.#mode = 'stream'
          return end + (/^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0)
        }
    }
    this.#before = token.startsWith('/') ? withPlainName(token) : token
    this.#heard.token(this.#before)
    return end
  }

  #inString(text: string, at: number, last: boolean): number | undefined {
    const found = after(inString, text, at)
    if (!found) {
      const upTo = last ? text.length : text.length - WAITS
      return upTo > at ? upTo : undefined
    }
    const { index, 0: one } = found
    // An escape, or the beginning of an object, that goes on in the next part.
    if (one.length > 1 && one[0] !== '\\') {
      this.#mode = 'plain'
      return index
    }
    if (one === '(') this.#depth += 1
    if (one === ')') this.#depth -= 1
    if (this.#depth === 0) this.#mode = 'plain'
    return index + one.length
  }

  #inStream(text: string, at: number, last: boolean): number | undefined {
    const ends = text.indexOf(ENDS, at)
    const upTo = ends >= 0 ? ends : last ? text.length : text.length - ENDS.length
    if (upTo > at) this.#heard.stream?.(text.slice(at, upTo))
    if (ends < 0) return upTo > at ? upTo : undefined
    this.#mode = 'plain'
    return ends
  }

  #until(what: RegExp, text: string, at: number): number {
    const found = after(what, text, at)
    if (!found) return text.length
    this.#mode = 'plain'
    return found.index + (found[0] === '>' ? 1 : 0)
  }
}

function after(what: RegExp, text: string, at: number): RegExpExecArray | null {
  what.lastIndex = at
  return what.exec(text)
}

/** `/#45ncrypt` is `/Encrypt` (7.3.5). */
const withPlainName = (name: string): string =>
  name.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
