/** Whether a document is text in an encoding that is not UTF-8, told part by part: what Excel and Notepad save on Windows. */
export class LikeText {
  readonly #utf16: boolean
  #controls = false

  /** @param first part; UTF-16 begins with a mark that says so (RFC 2781, 3.2) */
  constructor([one, two]: Uint8Array) {
    this.#utf16 = (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)
  }

  get holds(): boolean {
    return this.#utf16 || !this.#controls
  }

  take(part: Uint8Array): void {
    this.#controls ||= part.some((byte) => byte < 0x20 && !spaces.includes(byte))
  }
}

/** Tab, line feed, form feed and carriage return. */
const spaces = [0x09, 0x0a, 0x0c, 0x0d]
