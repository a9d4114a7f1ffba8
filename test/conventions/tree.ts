import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The files of the house: path from its root → text. */
export type Tree = ReadonlyMap<string, string>

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders = ['access', 'bench', 'cdk', 'docs', 'domain', 'functions', 'local', 'test', 'web', 'workflows']
const read = /\.(ts|tsx|json|cedar|cedarschema|md)$/

/** What is written by hand; nothing that is built or installed. */
export function readTree(): Tree {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  const files = [...readdirSync(root), ...inFolders].filter((path) => statSync(join(root, path)).isFile())
  return new Map(files.map((path) => [path, read.test(path) ? readFileSync(join(root, path), 'utf8') : '']))
}

export const isSource = (path: string): boolean => /\.tsx?$/.test(path)

/** A small house, to show that a rule finds what it is there to find. */
export const house = (files: Record<string, string>): Tree => new Map(Object.entries(files))
