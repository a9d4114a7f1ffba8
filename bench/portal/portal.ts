import { type Browser, chromium, type Page } from 'playwright-core'
import { readyToReadTenders } from '../../local/demo/evaluation.ts'
import { playNomination } from '../../local/demo/nomination.ts'
import { playPanelFormation, seenPanel } from '../../local/demo/panel-formation.ts'
import { Play } from '../../local/demo/play.ts'
import { playSpecification } from '../../local/demo/specification.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { playTender } from '../../local/demo/tender.ts'
import { findChromium, launchFlags } from '../../test/web/chromium.ts'
import type { Benchmark, Figure, Size } from '../bench.ts'
import { type ObservedLocality, withLocality } from '../observed-locality.ts'
import { counted, median, spread } from '../statistics.ts'
import { acknowledgements } from './acknowledgements.ts'
import { load, type Place } from './page-load.ts'

const times: Record<Size, number> = { full: 9, tiny: 1 }

/** What the issue allows a page on a telephone, and an action until it is acknowledged, in milliseconds. */
const ALLOWED = { usable: 2_500, acknowledged: 100 }

export const portal: Benchmark = {
  name: 'portal',
  says: 'each page of the portal until it can be used, as often as a bare answer of the same server; and on a telephone (a processor four times slower, 4G), of the seconds that it may take',
  run: (size) =>
    withLocality(async (locality) => {
      await locality.portalBuilt()
      const play = await Play.at(locality.url, () => {})
      await playSubmission(play, { accept: false })
      const browser = await chromium.launch({ executablePath: await findChromium(), args: launchFlags })
      try {
        const page = await signedIn(browser, locality, play, play.manager.personId)
        const figures: Figure[] = []
        for (const place of placesOf(play)) figures.push(...(await measure(page, place, times[size])))
        if (size === 'tiny') return [...figures, await onAPhone(page, deedOf(play), 1)]
        const scorer = await playToTheScoring(play)
        const desk = await signedIn(browser, locality, play, scorer)
        const scoring = scoringOf(play)
        figures.push(...(await measure(desk, scoring, times[size])), await onAPhone(desk, scoring, times[size]))
        const taken = (await acknowledgements(desk, scoring)).map((milliseconds) => milliseconds / ALLOWED.acknowledged)
        return [
          ...figures,
          {
            what: `${scoring.name}: an action until it is acknowledged, on a telephone, of 0.1 s`,
            unit: '×',
            ...spread(taken),
          },
          {
            what: `${scoring.name}: the slowest of ${taken.length} actions, on a telephone, of 0.1 s`,
            unit: '×',
            ...counted(Math.max(...taken)),
            reach: { most: 1 },
          },
        ]
      } finally {
        await browser.close()
      }
    }),
}

const deedOf = ({ caseId }: Play): Place => ({
  name: 'deed',
  path: `/cases/${caseId}/do/accept-proposal`,
  usable: (page) => page.getByRole('button', { name: 'Continue' }).waitFor(),
})

const placesOf = (play: Play): Place[] => [
  { name: 'home', path: '/', usable: (page) => page.getByRole('heading', { name: 'Cases' }).waitFor() },
  {
    name: 'board',
    path: '/board',
    usable: (page) => page.getByRole('row').filter({ hasText: play.topic.title }).waitFor(),
  },
  {
    name: 'case',
    path: `/cases/${play.caseId}`,
    usable: (page) => page.getByText('The proposal was submitted.').waitFor(),
  },
  deedOf(play),
]

/** It can be used when a score can be chosen and the tender beside it can be read. */
const scoringOf = ({ caseId }: Play): Place => ({
  name: 'scoring',
  path: `/cases/${caseId}/scoring`,
  usable: async (page) => {
    await page.getByRole('radio').first().waitFor()
    await page.getByText('Reading the tender').first().waitFor({ state: 'detached' })
  },
})

/** @returns a member who scores */
async function playToTheScoring(play: Play): Promise<string> {
  await play.command(play.manager.personId, 'accept-proposal', { ruleBook: {} })
  await play.settled()
  for (const part of [playNomination, playPanelFormation, playSpecification, playTender]) await part(play)
  await readyToReadTenders(play)
  const [member = ''] = (await seenPanel(play)).members
  return member
}

async function signedIn(browser: Browser, { url }: ObservedLocality, play: Play, personId: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: url })
  const page = await context.newPage()
  const name = play.people.find(({ id }) => id === personId)?.name ?? ''
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return page
}

/** Once as on a first visit, with nothing kept; then as on every other one. */
async function measure(page: Page, place: Place, times: number): Promise<Figure[]> {
  const first = await load(page, place, { cache: false })
  const bare: number[] = []
  const whole: number[] = []
  for (let time = 0; time < times; time += 1) {
    bare.push((await load(page, clock, { cache: true })).milliseconds)
    whole.push((await load(page, place, { cache: true })).milliseconds)
  }
  const again = await load(page, place, { cache: true })
  const against = whole.map((milliseconds) => milliseconds / median(bare))
  return [
    { what: `${place.name}: requests, at first`, unit: '', ...counted(first.requests) },
    { what: `${place.name}: bytes, at first`, unit: 'bytes', ...counted(first.bytes) },
    { what: `${place.name}: of them JavaScript`, unit: 'bytes', ...counted(first.scriptBytes) },
    { what: `${place.name}: of them CSS`, unit: 'bytes', ...counted(first.styleBytes) },
    { what: `${place.name}: requests to the API`, unit: '', ...counted(first.toTheApi) },
    { what: `${place.name}: bytes, again`, unit: 'bytes', ...counted(again.bytes) },
    { what: `${place.name}: time to usable, of a bare answer`, unit: '×', ...spread(against) },
  ]
}

/** A first visit, each time. */
async function onAPhone(page: Page, place: Place, times: number): Promise<Figure> {
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const { milliseconds } = await load(page, place, { cache: false, onAPhone: true })
    taken.push(milliseconds / ALLOWED.usable)
  }
  const what = `${place.name}: time to usable on a telephone, at first, of 2.5 seconds`
  return { what, unit: '×', ...spread(taken), reach: { most: 1 } }
}

/** What the same server answers at once, shown as it is. */
const clock: Place = { name: 'clock', path: '/local/clock', usable: (page) => page.getByText('"now"').waitFor() }
