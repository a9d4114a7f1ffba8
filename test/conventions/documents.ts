import { posix } from 'node:path'
import type { Tree } from './tree.ts'

/** A link of a page, with its words and the path that it leads to from the root of the tree; links elsewhere are not ours to hold. */
function linksOf(page: string, text: string): { words: string; to: string }[] {
  const prose = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`(?!\])/g, '')
  return [...prose.matchAll(/(?<!!)\[([^\]]+)\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, words = '', to = '']) => ({ words, to }))
    .filter(({ to }) => !/^[a-z]+:/.test(to))
    .map(({ words, to }) => ({ words, to: posix.join(posix.dirname(page), to).replace(/\/$/, '') }))
}

const pages = (tree: Tree) => [...tree].filter(([path]) => path.endsWith('.md'))

/** A link of a document leads to a file or a folder that is there. */
export const brokenLinks = (tree: Tree): string[] =>
  pages(tree).flatMap(([page, text]) =>
    linksOf(page, text)
      .filter(({ to }) => ![...tree.keys()].some((path) => path === to || path.startsWith(`${to}/`)))
      .map(({ to }) => `${page} leads to ${to}`),
  )

/** docs/requirements.md says of each requirement which test shows it: in words that this test goes by. */
export function untoldTests(tree: Tree): string[] {
  const page = 'docs/requirements.md'
  return linksOf(page, tree.get(page) ?? '')
    .filter(({ words, to }) => to.endsWith('.test.ts') && !tree.get(to)?.toLowerCase().includes(words.toLowerCase()))
    .map(({ words, to }) => `${to} shows no “${words}”`)
}
