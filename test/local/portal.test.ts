import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { portalFrom } from '../../local/portal.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function rootWith(files: Record<string, string>): Promise<string> {
  const root = await temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, path, '..'), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

describe('the portal', () => {
  test('is served as built, its first page for every page of it', async () => {
    const root = await rootWith({
      'dist/web/index.html': '<title>Board</title>',
      'dist/web/assets/app-a1b2.js': 'run()',
      'package.json': '{}',
    })
    const { routes } = portalFrom(root, () => undefined)
    const get = async (path: string) => {
      const response = await routes.request(path)
      return [response.status, response.headers.get('cache-control'), await response.text()]
    }
    expect(await get('/')).toEqual([200, 'no-cache', '<title>Board</title>'])
    const { headers } = await routes.request('/')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(await get('/cases/c1/timeline')).toEqual([200, 'no-cache', '<title>Board</title>'])
    expect(await get('/assets/app-a1b2.js')).toEqual([200, 'public, max-age=31536000, immutable', 'run()'])
    expect((await get('/assets/gone.js'))[0]).toBe(404)
    expect((await get('/..%2f..%2fpackage.json'))[2]).not.toBe('{}')
  })

  test('that is not there is said in a page', async () => {
    const { routes } = portalFrom(await temporaryFolder(), () => undefined)
    const response = await routes.request('/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('The portal is not built')
  })

  test('is built once from its sources, and again when they are newer', async () => {
    const root = await rootWith({ 'web/index.html': '<title>first</title>' })
    const log: string[] = []
    const built = async () => {
      const { routes, built } = portalFrom(root, (line) => log.push(line))
      await Promise.all([built(), built(), routes.request('/')])
      return readFile(join(root, 'dist/web/index.html'), 'utf8')
    }
    expect(await built()).toContain('first')
    expect(await built()).toContain('first')
    expect(log).toEqual(['Building the portal…'])
    await writeFile(join(root, 'web/index.html'), '<title>second</title>')
    const later = new Date((await stat(join(root, 'dist/web/index.html'))).mtimeMs + 5_000)
    await utimes(join(root, 'web/index.html'), later, later)
    expect(await built()).toContain('second')
  })

  test('that cannot be built says why, and the rest goes on', async () => {
    const root = await rootWith({ 'web/index.html': '<script type="module" src="./gone.ts"></script>' })
    const log: string[] = []
    const { routes, built } = portalFrom(root, (line) => log.push(line))
    expect(await built()).toContain('gone.ts')
    expect((await routes.request('/')).status).toBe(503)
    expect(log.at(-1)).toContain('The portal could not be built')
  })
})
