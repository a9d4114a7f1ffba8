import type { CDPSession, Page } from 'playwright-core'

/** A page, and what stands on it when it can be used. */
export interface Place {
  name: string
  path: string
  usable(page: Page): Promise<unknown>
}

export interface PageLoad {
  requests: number
  /** Of them, those to the API. */
  toTheApi: number
  /** As they travelled. */
  bytes: number
  scriptBytes: number
  styleBytes: number
  /** Until it could be used. */
  milliseconds: number
}

/** A telephone of the middle: a processor four times slower than this one, and what Chromium's own tools call 4G. */
export async function asOnAPhone(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const [down, up] = [9_000_000 * 0.9, 1_500_000 * 0.9]
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 165,
    downloadThroughput: down / 8,
    uploadThroughput: up / 8,
  })
}

interface Loading {
  /** Whether what the browser has kept is used. */
  cache: boolean
  onAPhone?: boolean
}

/** Loads a page, and counts what came until it could be used and nothing more came. */
export async function load(page: Page, { path, usable }: Place, { cache, onAPhone }: Loading): Promise<PageLoad> {
  const session = await page.context().newCDPSession(page)
  const found: PageLoad = { requests: 0, toTheApi: 0, bytes: 0, scriptBytes: 0, styleBytes: 0, milliseconds: 0 }
  const kinds = new Map<string, string>()
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: !cache })
  if (onAPhone) await asOnAPhone(session)
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('http')) return
    kinds.set(requestId, type ?? '')
    found.requests += 1
    if (new URL(request.url).pathname.startsWith('/api/')) found.toTheApi += 1
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    found.bytes += encodedDataLength
    if (kinds.get(requestId) === 'Script') found.scriptBytes += encodedDataLength
    if (kinds.get(requestId) === 'Stylesheet') found.styleBytes += encodedDataLength
  })
  const begun = performance.now()
  await page.goto(path, { waitUntil: 'commit' })
  await usable(page)
  found.milliseconds = performance.now() - begun
  await page.waitForLoadState('networkidle')
  await session.detach()
  return found
}
