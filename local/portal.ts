import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { contentSecurityPolicy, isolation } from '../web/content-security-policy.ts'
import { page, pageHeaders } from './page.ts'

export interface Portal {
  routes: Hono
  /**
   * Builds the portal where there is none, or an older one than its sources. Whoever asks for a page waits for it.
   * @returns why it could not be built: then the older one is served, if there is one
   */
  built(): Promise<string | undefined>
  close(): void
}

/** The built portal, with its first page for every path that is a page of it. */
export function portalFrom(root: string, log: (line: string) => void): Portal {
  const site = join(root, 'dist', 'web')
  const closing = new AbortController()
  let building: Promise<string | undefined> | undefined
  const built = (): Promise<string | undefined> => {
    building ??= build(root, site, log, closing.signal)
    return building
  }
  const routes = new Hono()
  const orNothing = async () => undefined
  // Compressed as it travels in AWS, too.
  routes.get('*', compress(), async (c) => {
    await built()
    if (!existsSync(join(site, 'index.html'))) return c.body(page('No portal', notBuilt), 503, pageHeaders)
    c.header('content-security-policy', contentSecurityPolicy())
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    for (const [name, value] of Object.entries(isolation)) c.header(name, value)
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
  return { routes, built, close: () => closing.abort() }
}

/** Vite puts a hash of the content into the names under `assets/`. */
function lifetime(path: string): string {
  return path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** In a process of its own: the stylesheet alone would hold up everybody else here for seconds. */
async function build(
  root: string,
  site: string,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<string | undefined> {
  const sources = join(root, 'web')
  if (!existsSync(join(sources, 'index.html'))) return undefined
  const index = join(site, 'index.html')
  if (existsSync(index) && (await stat(index)).mtimeMs >= (await newest(root))) return undefined
  log('Building the portal…')
  const unfinished = `${site}.${process.pid}`
  const vite = ['build', sources, '--outDir', unfinished, '--emptyOutDir', '--logLevel', 'error']
  const said = await run([viteCommand(), ...vite], signal)
  if (said === undefined) await replace(site, unfinished)
  else if (!signal.aborted) log(`The portal could not be built: ${said}`)
  await rm(unfinished, { recursive: true, force: true })
  return said
}

/** Two localities may build it at once; either is right. */
async function replace(site: string, finished: string): Promise<void> {
  await rm(site, { recursive: true, force: true })
  await rename(finished, site).catch(() => undefined)
}

function viteCommand(): string {
  return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
}

/** @returns what it said, if it failed */
function run(args: string[], signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    // People get the libraries as they are in production, wherever it is built: in a test, too.
    const env = { ...process.env, NODE_ENV: 'production' }
    execFile(process.execPath, args, { signal, env }, (error, stdout, stderr) => {
      resolve(error ? stripVTControlCharacters(`${stdout}${stderr}`).trim() || error.message : undefined)
    })
  })
}

/** When what the portal is built from was last changed. It draws the workflows from their own files, and verifies as the service does. */
async function newest(root: string): Promise<number> {
  const folders = ['web', 'workflows', 'domain', 'functions/verify', 'functions/disclosure', 'functions/papers']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
  const entries = (
    await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })))
  ).flat()
  const times = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)))
  return Math.max(0, ...(await Promise.all(times)).map(({ mtimeMs }) => mtimeMs))
}

const notBuilt = `<h1>The portal is not built</h1>
<p>The service itself works: see <a href="/api/docs">its documentation</a>. Build the portal with
<code>npx vite build web --outDir ../dist/web</code> and load this page again.</p>`
