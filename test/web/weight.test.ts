import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { portalFrom } from '../../local/portal.ts'

const root = join(import.meta.dirname, '..', '..')
const site = join(root, 'dist', 'web')
const chunkSchema = z.object({
  file: z.string(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
})
type Chunk = z.infer<typeof chunkSchema>

let chunks: Record<string, Chunk>

beforeAll(async () => {
  await portalFrom(root, () => {}).built()
  const manifest: unknown = JSON.parse(await readFile(join(site, '.vite', 'manifest.json'), 'utf8'))
  chunks = z.record(z.string(), chunkSchema).parse(manifest)
}, 300_000)

/** Everything that comes with a page, besides the document: what is there for every page, and what the page itself adds. */
function filesOf(page: string): string[] {
  const found = new Set<string>()
  const visit = (name: string) => {
    const chunk = chunks[name]
    if (!chunk) throw new Error(`The build has no ${name}.`)
    if (found.has(chunk.file)) return
    found.add(chunk.file)
    for (const file of chunk.css) found.add(file)
    chunk.imports.forEach(visit)
  }
  for (const name of ['index.html', page]) visit(name)
  return [...found]
}

async function gzipped(files: string[], kind: string): Promise<number> {
  const some = files.filter((file) => file.endsWith(kind))
  const sizes = await Promise.all(some.map(async (file) => gzipSync(await readFile(join(site, file))).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** More than the 130 kB that are wanted: react-dom alone is 69, the router and the queries 39, the sign-in 18. It may not grow. */
const JAVASCRIPT = 170_000

describe('the portal is light (kB as they travel, gzipped)', () => {
  test.each([
    ['scoring', 'routes/scoring.tsx', 8],
    ['home', 'routes/home.tsx', 14],
    ['the parts of a proposal', 'routes/draft-tasks.tsx', 14],
  ])('%s: at most 170 kB of JavaScript, 35 kB of CSS, few requests', async (_, page, requests) => {
    const files = filesOf(page)
    expect(await gzipped(files, '.js')).toBeLessThanOrEqual(JAVASCRIPT)
    expect(await gzipped(files, '.css')).toBeLessThanOrEqual(35_000)
    // The document is one more.
    expect(files.length + 1).toBeLessThanOrEqual(requests)
  })

  test('nothing in the document or the styles is inline or from elsewhere', async () => {
    const document = await readFile(join(site, 'index.html'), 'utf8')
    expect(document).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
    expect(document).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    for (const file of filesOf('routes/scoring.tsx').filter((name) => name.endsWith('.css')))
      expect(await readFile(join(site, file), 'utf8')).not.toMatch(/url\(["']?(?:https?:)?\/\//)
  })
})
