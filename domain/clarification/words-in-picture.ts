import { creatorsIn } from './creators.ts'

/** Who took or made a picture: Artist, Copyright, and Windows’ author (Exif 2.3, 4.6.4). */
const tags = new Set([0x013b, 0x8298, 0x9c9d])
const MOST_LOOKED_AT = 4_000_000

/** Everybody whom a picture names as having made it: in Exif, in the texts of a PNG (11.3.4), and in XMP. */
export function authorsOfPicture(content: Uint8Array): string[] {
  const bytes = content.subarray(0, MOST_LOOKED_AT)
  const plain = new TextDecoder('latin1').decode(bytes)
  const exif = plain.indexOf('Exif\0\0')
  const chunk = plain.indexOf('eXIf')
  const tiff = exif >= 0 ? exif + 6 : chunk >= 0 ? chunk + 4 : -1
  return [
    ...(tiff < 0 ? [] : authorsInExif(bytes.subarray(tiff))),
    ...[...plain.matchAll(/[itz][ET]Xt(?:Author|Copyright|Creator)\0{1,3}([^\0]{0,500})/gi)].map(
      ([, said = '']) => said,
    ),
    ...creatorsIn(plain),
  ]
}

function authorsInExif(tiff: Uint8Array): string[] {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  try {
    const little = view.getUint16(0) === 0x4949
    const directory = view.getUint32(4, little)
    const count = Math.min(view.getUint16(directory, little), 500)
    return Array.from({ length: count }, (_, index) => directory + 2 + index * 12)
      .filter((entry) => tags.has(view.getUint16(entry, little)))
      .map((entry) => {
        const length = view.getUint32(entry + 4, little)
        const from = length > 4 ? view.getUint32(entry + 8, little) : entry + 8
        const wide = view.getUint16(entry, little) === 0x9c9d
        return new TextDecoder(wide ? 'utf-16le' : 'latin1').decode(tiff.subarray(from, from + Math.min(length, 500)))
      })
  } catch {
    // Cut off, or no Exif after all.
    return []
  }
}
