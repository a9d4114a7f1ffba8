import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { page, pageHeaders } from './page.ts'

export interface Portal {
  routes: Hono
  /** Builds the portal where there is none, or an older one than its sources. Whoever asks for a page waits for it. */
  built(): Promise<void>
}

/** The built portal, with its first page for every path that is a page of it. */
export function portalFrom(root: string, log: (line: string) => void): Portal {
  const site = join(root, 'dist', 'web')
  let building: Promise<void> | undefined
  const built = (): Promise<void> => {
    building ??= build(join(root, 'web'), site, log)
    return building
  }
  const routes = new Hono()
  const orNothing = async () => undefined
  routes.get('*', async (c) => {
    await built()
    if (!existsSync(join(site, 'index.html'))) return c.body(page('No portal', notBuilt), 503, pageHeaders)
    const found = await serveStatic({ root: site })(c, orNothing)
    if (found) {
      found.headers.set('cache-control', lifetime(c.req.path))
      return found
    }
    // A missing script or picture is missing; only a path without an extension is a page of the portal.
    if (/\.[a-z0-9]+$/i.test(c.req.path)) return c.notFound()
    c.header('cache-control', 'no-cache')
    return (await serveStatic({ root: site, path: 'index.html' })(c, orNothing)) ?? c.notFound()
  })
  return { routes, built }
}

/** Vite puts a hash of the content into the names under `assets/`. */
function lifetime(path: string): string {
  return path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

async function build(sources: string, site: string, log: (line: string) => void): Promise<void> {
  if (!existsSync(join(sources, 'index.html'))) return
  const index = join(site, 'index.html')
  if (existsSync(index) && (await stat(index)).mtimeMs >= (await newest(sources))) return
  log('Building the portal …')
  try {
    const vite = await import('vite')
    const config = ['vite.config.ts', 'vite.config.js']
      .map((name) => join(sources, name))
      .find((path) => existsSync(path))
    await vite.build({
      root: sources,
      ...(config && { configFile: config }),
      logLevel: 'error',
      build: { outDir: site, emptyOutDir: true },
    })
  } catch (error) {
    log(`The portal could not be built: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const times = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)))
  return Math.max(0, ...(await Promise.all(times)).map(({ mtimeMs }) => mtimeMs))
}

const notBuilt = `<h1>The portal is not built</h1>
<p>The service itself works: see <a href="/api/docs">its documentation</a>. Build the portal with
<code>npx vite build web --outDir ../dist/web</code> and load this page again.</p>`
