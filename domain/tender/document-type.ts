/** What may be attached: what a panel can read, in formats that carry no programs. `shown`: in the page itself. */
export const documentTypes = {
  'application/pdf': { says: 'PDF', endings: ['pdf'], shown: 'pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { says: 'Word', endings: ['docx'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { says: 'Excel', endings: ['xlsx'] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    says: 'PowerPoint',
    endings: ['pptx'],
  },
  'application/vnd.oasis.opendocument.text': { says: 'OpenDocument text', endings: ['odt'] },
  'application/vnd.oasis.opendocument.spreadsheet': { says: 'OpenDocument spreadsheet', endings: ['ods'] },
  'image/png': { says: 'PNG image', endings: ['png'], shown: 'image' },
  'image/jpeg': { says: 'JPEG image', endings: ['jpg', 'jpeg'], shown: 'image' },
  'text/plain': { says: 'plain text', endings: ['txt', 'csv'], shown: 'text' },
} as const satisfies Record<string, { says: string; endings: readonly string[]; shown?: 'pdf' | 'image' | 'text' }>

export type DocumentType = keyof typeof documentTypes
export const typeNames = Object.keys(documentTypes) as [DocumentType, ...DocumentType[]]

export const allowedTypes: string = typeNames.map((type) => documentTypes[type].says).join(', ')

/**
 * Why the name of a document would mislead whoever opens it, in words: programs go by its ending. Undefined where it says what the
 * document is.
 */
export function nameFault(name: string, type: DocumentType): string | undefined {
  const [, ending] = /\.([^.]*)$/.exec(name) ?? []
  const { says, endings } = documentTypes[type]
  if (endings.some((one) => one === ending?.toLowerCase())) return undefined
  const right = endings.map((one) => `“.${one}”`).join(' or ')
  return ending === undefined
    ? `Its name has no ending that says what it is (${says}). Let its name end in ${right}`
    : `Its name ends in “.${ending}”, but its content is ${says}. Save it as what its name says, or let its name end in ${right}`
}
