import { type Browser, chromium, type Page } from 'playwright-core'
import { Play } from '../../local/demo/play.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { findChromium, launchFlags } from '../../test/web/chromium.ts'
import type { Benchmark, Figure } from '../bench.ts'
import { type ObservedLocality, withLocality } from '../observed-locality.ts'
import { counted, median, spread } from '../statistics.ts'

const times = { full: 9, tiny: 1 }

/** A page, and what stands on it when it can be used. */
interface Place {
  name: string
  path: string
  usable(page: Page): Promise<void>
}

export const portal: Benchmark = {
  name: 'portal',
  says: 'each page of the portal until it can be used, as often as a bare answer of the same server',
  run: (size) =>
    withLocality(async (locality) => {
      await locality.portalBuilt()
      const play = await Play.at(locality.url, () => {})
      await playSubmission(play, { accept: false })
      const browser = await chromium.launch({ executablePath: await findChromium(), args: launchFlags })
      try {
        const page = await signedIn(browser, locality, play)
        const figures: Figure[] = []
        for (const place of placesOf(play)) figures.push(...(await measure(page, place, times[size])))
        return figures
      } finally {
        await browser.close()
      }
    }),
}

const placesOf = ({ caseId, topic }: Play): Place[] => [
  { name: 'home', path: '/', usable: (page) => page.getByRole('heading', { name: 'Cases' }).waitFor() },
  {
    name: 'board',
    path: '/board',
    usable: (page) => page.getByRole('row').filter({ hasText: topic.title }).waitFor(),
  },
  {
    name: 'case',
    path: `/cases/${caseId}`,
    usable: (page) => page.getByText('The proposal was submitted.').waitFor(),
  },
  {
    name: 'deed',
    path: `/cases/${caseId}/do/accept-proposal`,
    usable: (page) => page.getByRole('button', { name: 'Accept the proposal' }).waitFor(),
  },
]

async function signedIn(browser: Browser, locality: ObservedLocality, play: Play): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: locality.url })
  const page = await context.newPage()
  const manager = play.people.find(({ id }) => id === play.manager.personId)?.name ?? ''
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  await page.getByRole('button', { name: manager }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return page
}

/** Once as on a first visit, with nothing kept; then as on every other one. */
async function measure(page: Page, place: Place, times: number): Promise<Figure[]> {
  const first = await observed(page, place, { cache: false })
  const bare: number[] = []
  const whole: number[] = []
  for (let time = 0; time < times; time += 1) {
    bare.push((await observed(page, clock, { cache: true })).milliseconds)
    whole.push((await observed(page, place, { cache: true })).milliseconds)
  }
  const again = await observed(page, place, { cache: true })
  const against = whole.map((milliseconds) => milliseconds / median(bare))
  return [
    { what: `${place.name}: requests, at first`, unit: '', ...counted(first.requests) },
    { what: `${place.name}: bytes, at first`, unit: 'bytes', ...counted(first.bytes) },
    { what: `${place.name}: requests to the API`, unit: '', ...counted(first.toTheApi) },
    { what: `${place.name}: bytes, again`, unit: 'bytes', ...counted(again.bytes) },
    { what: `${place.name}: time to usable, of a bare answer`, unit: '×', ...spread(against) },
  ]
}

/** What the same server answers at once, shown as it is. */
const clock: Place = { name: 'clock', path: '/local/clock', usable: (page) => page.getByText('"now"').waitFor() }

async function observed(page: Page, { path, usable }: Place, { cache }: { cache: boolean }) {
  const session = await page.context().newCDPSession(page)
  const found = { requests: 0, toTheApi: 0, bytes: 0, milliseconds: 0 }
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: !cache })
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('http')) return
    found.requests += 1
    if (new URL(request.url).pathname.startsWith('/api/')) found.toTheApi += 1
  })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    found.bytes += encodedDataLength
  })
  const begun = performance.now()
  await page.goto(path, { waitUntil: 'commit' })
  await usable(page)
  found.milliseconds = performance.now() - begun
  await page.waitForLoadState('networkidle')
  await session.detach()
  return found
}
