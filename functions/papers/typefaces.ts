/** What papers are set in, as TrueType files: two weights of one typeface, and one with more letters, fetched where they are needed. */
export interface Typefaces {
  regular: Uint8Array
  bold: Uint8Array
  wider(): Uint8Array | Promise<Uint8Array>
}
