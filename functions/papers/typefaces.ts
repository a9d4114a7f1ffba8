/** The two weights of the typeface that papers are set in, as TrueType files. */
export interface Typefaces {
  regular: Uint8Array
  bold: Uint8Array
}
