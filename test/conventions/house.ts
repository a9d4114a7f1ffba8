import { posix } from 'node:path'
import { isSource, type Tree } from './tree.ts'

const lines = (text: string) => text.trimEnd().split('\n').length

/** Only the store's `keys.ts` spells keys; everybody else asks it. */
export function spelledKeys(tree: Tree): string[] {
  const book = tree.get('functions/store/keys.ts') ?? ''
  const words = [...new Set([...book.matchAll(/['"`]([A-Z]{3,})#/g)].map(([, word]) => word))]
  const key = new RegExp(`['"\`](?:${words.join('|')})#`)
  return [...tree]
    .filter(([path]) => isSource(path) && path !== 'functions/store/keys.ts' && !path.startsWith('test/'))
    .filter(([, text]) => words.length > 0 && key.test(text))
    .map(([path, text]) => `${path} spells ${key.exec(text)?.[0]}…`)
}

/** Files that say nothing of what is in them, and files that only pass on. */
export const drawers = (tree: Tree): string[] =>
  [...tree.keys()].filter((path) => {
    const words = path.replace(/\.[^/]*$/, '').split(/[/-]/)
    return words.some((word) => /^(utils?|helpers?|common|shared|misc)$/i.test(word)) || /(^|\/)index\.tsx?$/.test(path)
  })

/** Small files say one thing each; longer is one table or one story, and even that ends (design §6). */
export const longFiles = (tree: Tree): string[] =>
  [...tree]
    .filter(([path]) => isSource(path) && !path.startsWith('test/'))
    .filter(([, text]) => lines(text) > 350)
    .map(([path, text]) => `${path} has ${lines(text)} lines`)

/** A step reads: parse, load, one domain call, save, return. */
export const longSteps = (tree: Tree): string[] =>
  [...tree]
    .filter(([path]) => /^functions\/steps\/[^/]+\//.test(path))
    .filter(([, text]) => lines(text) > 40)
    .map(([path, text]) => `${path} has ${lines(text)} lines`)

/** A test lies where what it tests lies. */
export function misplacedTests(tree: Tree): string[] {
  const places = new Set([...tree.keys()].map((path) => posix.dirname(path)))
  const ownPlaces = /^test\/(journeys|properties|conventions)(\/|$)/
  return [...tree.keys()]
    .filter((path) => path.startsWith('test/') && path.endsWith('.test.ts'))
    .map((path) => posix.dirname(path))
    .filter((folder) => folder !== 'test' && !ownPlaces.test(folder) && !places.has(folder.slice('test/'.length)))
}
