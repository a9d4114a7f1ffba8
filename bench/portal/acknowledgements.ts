import type { Page } from 'playwright-core'
import { asOnAPhone, type Place } from './page-load.ts'

/**
 * How long each key and press of somebody who scores takes until the page has shown that it was heard: from the event to the next
 * frame, as the browser itself measures it (Event Timing), in milliseconds to the nearest 8. On a telephone.
 */
export async function acknowledgements(page: Page, { path, usable }: Place): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await page.goto(path)
  await usable(page)
  await asOnAPhone(session)
  await page.evaluate(watch)
  const reasons = page.locator('textarea[id^=rationale-]').first()
  await page.getByRole('radio').nth(3).check()
  await reasons.click()
  await page.keyboard.type('Answers the question, with names and days. ')
  await page.getByRole('button', { name: 'Check and submit' }).click()
  await page.getByRole('radio').nth(4).check()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  // What was measured is told when nothing else is to be done.
  await page.evaluate('new Promise((told) => requestAnimationFrame(() => requestIdleCallback(told)))')
  const taken = (await page.evaluate('window.acknowledged')) as number[]
  await session.detach()
  return taken
}

/** In the page. */
const watch = `{
  window.acknowledged = []
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId > 0) window.acknowledged.push(duration)
  }).observe({ type: 'event', durationThreshold: 16 })
}`
