/**
 * The keys that a text in JSON gives twice in one object. Readers differ in which of the two they take: who looks at such a file may
 * read another than who verifies it.
 *
 * @param text valid JSON
 */
export function saidTwice(text: string): string[] {
  const colon = /\s*:/y
  const open: Set<string>[] = []
  const twice = new Set<string>()
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') open.push(new Set())
    if (text[at] === '}') open.pop()
    if (text[at] !== '"') continue
    const begins = at
    for (at += 1; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1
    colon.lastIndex = at + 1
    if (!colon.test(text)) continue
    const key = String(JSON.parse(text.slice(begins, at + 1)))
    const keys = open.at(-1)
    if (keys?.has(key)) twice.add(key)
    keys?.add(key)
  }
  return [...twice]
}
