import { withoutTags } from './words-in-xml.ts'

/** Where XML says who made a file: Dublin Core, OpenDocument, OOXML, Excel's comments, and XMP (ISO 16684-1) in PDFs and pictures. */
const elements =
  /<(dc:creator|meta:initial-creator|cp:lastModifiedBy|Company|Manager|author|pdf:Author|tiff:Artist|dc:rights|photoshop:Credit)\b[^<>]{0,500}>([\s\S]{0,2000}?)<\/\1>/g
const attributes = /\b(?:pdf:Author|dc:creator|tiff:Artist|photoshop:Credit)\s?=\s?["']([^"']{1,500})["']/g

/** Everybody whom a text of XML names as having made the file. */
export const creatorsIn = (xml: string): string[] => [
  ...[...xml.matchAll(elements)].map(([, , inner = '']) => withoutTags(inner).trim()),
  ...[...xml.matchAll(attributes)].map(([, value = '']) => value.trim()),
]
