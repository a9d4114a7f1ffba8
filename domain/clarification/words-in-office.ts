import { strFromU8, unzipSync } from 'fflate'
import { creatorsIn } from './creators.ts'
import { attributesOf, decoded, withoutTags } from './words-in-xml.ts'

/** What an Office or OpenDocument file unpacks to at most; what is larger is not looked into. */
const MOST_UNPACKED = 50_000_000

/** Attributes that say who: tracked changes, comments, whoever shared or last saved it. */
const whose = new Set(['author', 'lastAuthor', 'displayName', 'userName', 'reservedUser'])
/** Attributes in which people write, or in which the path of a file stands. */
const written = new Set(['url', 'Target', 'href', 'descr', 'title', 'tooltip', 'initials', 'name'])
/** Properties that somebody added, by what they are called. */
const telling =
  /author|owner|manager|company|organi[sz]ation|department|editor|checked|client|office|typist|mail|phone/i

/** A file on somebody's own computer or server: its folders have names. */
const ownPath = /^(?:file:|[a-z]:[\\/]|\\\\)/i

/** The words of an Office or OpenDocument file, what stands in its attributes too, and everybody whom it names as having written it. */
export function wordsInOffice(content: Uint8Array): { text: string; authors: string[] } {
  const authors: string[] = []
  const said: string[] = []
  const parts = unpacked(content)
  for (const [path, xml] of parts) {
    let property = ''
    const text = withoutTags(xml, (tag) => {
      for (const [name, value] of attributesOf(tag)) {
        if (whose.has(name)) authors.push(value)
        if (written.has(name)) said.push(unescaped(value))
        if (written.has(name) && ownPath.test(value)) authors.push(unescaped(value))
        if (name === 'name' && path.endsWith('custom.xml')) property = value
      }
      if (/^vt:lpwstr$/.test(tag) && telling.test(property)) authors.push(property)
    })
    said.push(text)
    authors.push(...creatorsIn(xml))
  }
  return { text: said.join('\n'), authors }
}

/** A path as its folders are called. */
function unescaped(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return decoded(value)
  }
}

function unpacked(content: Uint8Array): [path: string, xml: string][] {
  let bytes = 0
  try {
    const files = unzipSync(content, {
      filter: ({ name, originalSize }) => {
        bytes += originalSize
        return /\.(?:xml|rels)$/.test(name) && bytes <= MOST_UNPACKED
      },
    })
    return Object.entries(files).map(([name, file]) => [name, strFromU8(file)])
  } catch {
    return []
  }
}
