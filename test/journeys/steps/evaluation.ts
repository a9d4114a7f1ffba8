import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dateOf } from '../../../domain/time/day.ts'
import { londonDate } from '../../../domain/time/instant.ts'
import type { Play } from '../../../local/demo/play.ts'
import { expectAccessible } from '../../web/browser.ts'
import { atHome, button, task } from '../at-the-page.ts'
import { type Journey, nameOf } from './journey.ts'

/** A member who opens the tenders is sent to declare about those who tendered, and comes to the tenders. */
export async function declaresAboutTheBidders(page: Page): Promise<void> {
  await page.getByText('First declare whether you have an interest').waitFor()
  await page.getByRole('link', { name: 'Your declaration about the organisations that tendered' }).click()
  await page.getByRole('heading', { name: 'Organisations the tenders name' }).waitFor()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('link', { name: 'Choose your tie to it' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have no interest in any of them' }).click()
  await page.getByText('You have declared. Thank you.').waitFor()
  await page.getByRole('link', { name: 'Read and score the tenders' }).waitFor()
}

/** The tender that is open is scored by keyboard alone, saved while it is written, and submitted for good. */
export async function scoresByKeyboard(page: Page, criteria: { id: string }[], told: string): Promise<void> {
  const focused = () => page.evaluate('document.activeElement.id')
  await page.keyboard.press('Alt+ArrowDown')
  for (const { id } of criteria) {
    expect(await focused()).toBe(`score-${id}-0`)
    await page.keyboard.press('4')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe(`rationale-${id}`)
    await page.keyboard.type('Answers it well.')
    await page.keyboard.press('Control+Enter')
  }
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved at (\d{1,2}(:\d\d)?[ap]m|midday|midnight)$/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Check and submit' }).press('Enter')
  await page.getByText('neither a score nor its reasons can ever be changed').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Submit your scores' }).press('Enter')
  await page.getByText(told).first().waitFor()
}

/**
 * The chair records the planned meeting, and what came of the two criteria on which the members were far apart: the first by a
 * slip, which is corrected.
 */
export async function moderatesTheScores(page: Page, play: Play): Promise<void> {
  await page.getByText('0 of 2 criteria settled').waitFor()
  await expectAccessible(page)
  // The day is that of the planned meeting; who was there is to be said.
  await page.getByLabel('Which planned meeting was it?').selectOption({ index: 1 })
  const { day } = dateOf(londonDate(await play.now()))
  expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe(String(day))
  await page.getByRole('button', { name: 'Record the meeting' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Enter who was there' }).waitFor()
  const members = page.getByRole('group', { name: 'Who was present?' }).getByRole('checkbox')
  for (const member of await members.all()) await member.check()
  await page.getByRole('button', { name: 'Record the meeting' }).click()
  await page.getByRole('heading', { name: /^Meeting 1/ }).waitFor()
  // For another meeting nobody is down yet.
  await expect.poll(() => members.first().isChecked()).toBe(false)
  const matter = (place: number) => page.locator('section', { hasText: 'Scores given:' }).nth(place)

  const first = matter(0)
  await first.getByRole('button', { name: 'Record the outcome' }).click()
  await first.getByRole('link', { name: 'Give the reason' }).waitFor()
  await first.getByRole('link', { name: 'Choose who took part' }).waitFor()
  await first.getByRole('button', { name: 'Everybody at the meeting took part' }).click()
  await first.getByLabel('What was the outcome?').selectOption({ index: 6 })
  await first.getByLabel(/^The reason/).fill('Read again together: it answers the question well.')
  await first.getByRole('button', { name: 'Record the outcome' }).click()
  await first.getByText('Agreed: 5').waitFor()
  await page.getByText('1 of 2 criteria settled').waitFor()

  await first.getByText('Correct what was recorded').click()
  await first.getByRole('button', { name: 'Record the correction' }).click()
  const wrong = await first.getByRole('alert').getByRole('link').allInnerTexts()
  expect(wrong).toEqual(['Choose the outcome', 'Say why it is corrected', 'Choose who took part'])
  await first.getByLabel('What was the outcome?').selectOption({ index: 5 })
  for (const member of await first.getByRole('checkbox').all()) await member.check()
  await first.getByLabel(/^Why is it corrected/).fill('I chose the row beside it.')
  await expectAccessible(page)
  await first.getByRole('button', { name: 'Record the correction' }).click()
  await first.getByText('What was recorded before:').waitFor()
  expect(await first.getByText(/^Agreed: /).allInnerTexts()).toEqual(['Agreed: 4', 'Agreed: 5'])
  await first.getByText('I chose the row beside it.').first().waitFor()

  const second = matter(1)
  await second.getByRole('button', { name: 'Everybody at the meeting took part' }).click()
  await second.getByLabel('What was the outcome?').selectOption({ index: 4 })
  await second.getByLabel(/^The reason/).fill('It is sound, and no more.')
  await second.getByRole('button', { name: 'Record the outcome' }).click()
  await second.getByText('Agreed: 3').waitFor()
  await page.getByText('2 of 2 criteria settled').waitFor()
  // A slip in the last can be corrected, too: moderation closes when the chair says so.
  await second.getByText('Correct what was recorded').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close the moderation' }).click()
  await page.getByText('Moderation has closed.').waitFor()
}

/** A bidder whose price is far below the others is asked, and explains it; the chair records what the panel decided. */
export async function explainsItsPrice({ play, portal, title }: Journey, bidder: string, chair: string): Promise<void> {
  const provider = await atHome(portal, bidder)
  await task(provider.page, 'Explain', title).click()
  await button(provider.page, 'Send the explanation').click()
  await provider.page.getByRole('alert').getByRole('link', { name: 'Write your explanation' }).waitFor()
  await expectAccessible(provider.page)
  await provider.page.getByLabel('Your explanation').fill('We own the rooms, and our nurses are here already.')
  await button(provider.page, 'Send the explanation').click()
  await provider.page.getByText('This is your explanation.').waitFor()
  await expectAccessible(provider.page)
  await play.settled()

  const panel = await atHome(portal, nameOf(play, chair))
  await task(panel.page, 'Decide', title).click()
  await panel.page.getByText('We own the rooms, and our nurses are here already.').waitFor()
  await button(panel.page, 'Record the decision').click()
  expect(await panel.page.getByRole('alert').getByRole('link').count()).toBe(3)
  await expectAccessible(panel.page)
  await panel.page.getByLabel('What did the panel decide?').selectOption({ label: 'Accept the price' })
  await panel.page.getByLabel('The reasons, as the bidder will read them').fill('It shows how.')
  const took = panel.page.getByRole('group', { name: 'Who took part?' }).getByRole('checkbox')
  for (const member of await took.all()) await member.check()
  await button(panel.page, 'Record the decision').click()
  await button(panel.page, 'Record the decision').waitFor({ state: 'detached' })
  await expectAccessible(panel.page)
  expect([...provider.troubles, ...panel.troubles]).toEqual([])
}
