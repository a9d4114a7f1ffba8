import { expect, test } from 'vitest'
import { readyToReadTenders } from '../../local/demo/evaluation.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { parts } from '../../local/demo/parts.ts'
import { Play } from '../../local/demo/play.ts'
import { portalInBrowser } from '../web/portal-in-browser.ts'
import { ownLocality } from './lived.ts'
import { declaresAboutTheBidders } from './steps/evaluation.ts'
import { tabsOf } from './steps/tabs.ts'

/**
 * Five tenders by ten criteria, scored by keyboard alone and without leaving the page (the largest desk). It takes
 * minutes to come that far: `npm run test:long`. The same on the demo's five criteria is in `npm test` (scoring.test.ts).
 */
const theLongWay = process.env['LONG'] ? test : test.skip

interface Criterion {
  id: string
  title: string
  weight: string
}

/** Each criterion of the demo's specification as two, of half its weight. */
const twice = (criteria: Criterion[]): Criterion[] =>
  criteria.flatMap((one) => {
    const weight = String(Number(one.weight) / 2)
    return [
      { ...one, weight },
      { ...one, id: `${one.id}-more`, title: `${one.title}, in the first year`, weight },
    ]
  })

/** Plays a case whose specification has ten criteria. */
async function largeDesk(url: string): Promise<Play> {
  const play = await Play.at(url, () => {})
  const command = play.command.bind(play)
  const doubled = (name: string, body: unknown) => {
    if (name === 'hold-workshop') {
      const { weights, ...rest } = body as { weights: Record<string, string> }
      const criteria = Object.entries(weights).map(([id, weight]) => ({ id, title: id, weight }))
      return { ...rest, weights: Object.fromEntries(twice(criteria).map(({ id, weight }) => [id, weight])) }
    }
    if (name !== 'save-version') return body
    const { content, ...rest } = body as { content: { criteria: Criterion[] } }
    return { ...rest, content: { ...content, criteria: twice(content.criteria) } }
  }
  Object.assign(play, {
    interests: false,
    command: (person: string, name: string, body: unknown) => command(person, name, doubled(name, body)),
  })
  const upTo = parts.findIndex(({ stage }) => stage === 'evaluation')
  for (const { part } of parts.slice(0, upTo)) await part(play)
  return play
}

theLongWay(
  'a member scores five tenders on ten criteria by keyboard alone, without leaving the page',
  async () => {
    const { locality } = await ownLocality()
    const play = await largeDesk(locality.url)
    const portal = await portalInBrowser(locality)
    await play.settled()
    const { members, chair } = await seenPanel(play)
    const scorer = members.find((member) => member !== chair) ?? ''
    const page = await tabsOf({ play, portal }).at(scorer, '/cases/CASE/scoring')
    await declaresAboutTheBidders(page)
    await readyToReadTenders(play)
    await page.getByRole('link', { name: 'Read and score the tenders' }).click()
    const { criteria, tenders } = await play
      .as(scorer)
      .get<{ criteria: Criterion[]; tenders: unknown[] }>(`/api/cases/${play.caseId}/scoring`)
    expect([criteria.length, tenders.length]).toEqual([10, 5])

    let left = 0
    page.on('load', () => {
      left += 1
    })
    const took: number[] = []
    const focused = () => page.evaluate<string>('document.activeElement.id')
    const press = async (key: string, arrives: string) => {
      const began = performance.now()
      await page.keyboard.press(key)
      await expect.poll(focused, { interval: 5 }).toBe(arrives)
      took.push(performance.now() - began)
    }
    for (const [place] of tenders.entries()) {
      if (place > 0) await press('Alt+Shift+ArrowDown', 'tender')
      await page
        .locator('textarea[id^=rationale-]')
        .nth(criteria.length - 1)
        .waitFor()
      for (const [number, { id }] of criteria.entries()) {
        if (number === 0) await press('Alt+ArrowDown', `score-${id}-0`)
        await press('4', `score-${id}-4`)
        await press('Enter', `rationale-${id}`)
        await page.keyboard.type('Yes.')
        const next = criteria[number + 1]
        await press('Control+Enter', next ? `score-${next.id}-0` : `score-${id}-4`)
      }
      await page.getByRole('button', { name: 'Check and submit' }).press('Enter')
      await expect.poll(focused).toBe('submit')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page
        .getByText(`${place + 1} of ${tenders.length} tenders submitted`)
        .first()
        .waitFor()
    }
    expect(left).toBe(0)
    expect(new URL(page.url()).pathname).toBe(`/cases/${play.caseId}/scoring`)
    console.info(`${took.length} actions by keyboard; the slowest was seen after ${Math.round(Math.max(...took))} ms`)
  },
  1_200_000,
)
