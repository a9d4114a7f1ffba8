/** What ends a word where nothing else does: paragraphs, breaks, tabs and cells of Word, Excel, PowerPoint and OpenDocument. */
const breaks = new Set('p h br cr tab tc tr cell c si row line-break s sp table-cell author creator lpwstr'.split(' '))

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What a text of XML says. */
export const decoded = (xml: string): string =>
  xml.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

/** Each character is looked at once: a pattern would look for the end of every tag that has none. @param look is shown each tag, without its brackets */
export function withoutTags(xml: string, look: (tag: string) => void = () => {}): string {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const opens = xml.indexOf('<', from)
    const closes = opens < 0 ? -1 : xml.indexOf('>', opens)
    if (closes < 0) break
    const tag = xml.slice(opens + 1, closes)
    parts.push(xml.slice(from, opens))
    if (endsAWord(tag)) parts.push(' ')
    look(tag)
    from = closes + 1
  }
  return decoded([...parts, xml.slice(from)].join(''))
}

/** The end of a paragraph or a cell, or a break that stands alone. */
function endsAWord(tag: string): boolean {
  if (!tag.startsWith('/') && !tag.endsWith('/')) return false
  const [name = ''] = /[\w:-]+/.exec(tag) ?? []
  return breaks.has(name.slice(name.indexOf(':') + 1))
}

/** The attributes of a tag, by their names without a prefix. */
export const attributesOf = (tag: string): [name: string, value: string][] =>
  [...tag.matchAll(/([\w:.-]{1,60})\s?=\s?(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', one, other]) => [
    name.slice(name.indexOf(':') + 1),
    decoded(one ?? other ?? ''),
  ])
