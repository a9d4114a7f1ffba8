import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { portalFrom } from '../../local/portal.ts'
import { contentSecurityPolicy } from '../../web/content-security-policy.ts'

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
  expect(await portalFrom(root, () => {}).built()).toBeUndefined()
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

/** What the issue allows the scoring page: 130 kB of JavaScript and 35 kB of CSS in 8 requests. It takes less, and keeps to it. */
const scoring = { page: 'routes/scoring.tsx', javascript: 105_000, requests: 8 }

describe('the portal is light (bytes as they travel, gzipped)', () => {
  test('the scoring page, with what comes with every page', async () => {
    const files = filesOf(scoring.page)
    expect(await gzipped(files, '.js')).toBeLessThanOrEqual(scoring.javascript)
    expect(await gzipped(files, '.css')).toBeLessThanOrEqual(35_000)
    // The document is one more.
    expect(files.length + 1).toBeLessThanOrEqual(scoring.requests)
  })

  test('every page', async () => {
    const pages = Object.keys(chunks).filter((name) => name.startsWith('routes/'))
    expect(pages.length).toBeGreaterThan(40)
    const weighed = await Promise.all(
      pages.map(async (page) => ({ page, javascript: await gzipped(filesOf(page), '.js') })),
    )
    const tooHeavy = weighed.filter(({ javascript }) => javascript > scoring.javascript)
    expect(tooHeavy).toEqual([])
    expect(pages.filter((page) => filesOf(page).length + 1 > 17)).toEqual([])
  })

  test('nothing in the document or the styles is inline or from elsewhere', async () => {
    const document = await readFile(join(site, 'index.html'), 'utf8')
    expect(document).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
    expect(document).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    for (const file of filesOf(scoring.page).filter((name) => name.endsWith('.css')))
      expect(await readFile(join(site, file), 'utf8')).not.toMatch(/url\(["']?(?:https?:)?\/\//)
    // Nor would the browser let it be: what is not said is refused, and nothing inline or evaluated is said.
    const allowed = contentSecurityPolicy()
    expect(allowed).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /)
    expect(allowed).not.toMatch(/unsafe|\*|https?:|data:|nonce-|sha256-/)
  })
})
