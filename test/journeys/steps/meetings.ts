import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Day, dateOf, daysAfter } from '../../../domain/time/day.ts'
import { toldExactly } from '../../../domain/time/exactly.ts'
import { addMilliseconds, londonDate } from '../../../domain/time/instant.ts'
import { localJson } from '../../../local/demo/client.ts'
import { seenPanel } from '../../../local/demo/panel-formation.ts'
import type { Play } from '../../../local/demo/play.ts'
import { expectAccessible } from '../../web/browser.ts'
import { atHome, button, link, task } from '../at-the-page.ts'
import { firstOf, type Journey, nameOf } from './journey.ts'

async function mailsTo({ baseUrl }: Play, email: string): Promise<{ subject: string; text: string }[]> {
  const { messages } = await localJson<{ messages: { to: string; subject: string; text: string }[] }>(
    `${baseUrl}/local/outbox?limit=100`,
  )
  return messages.filter(({ to }) => to === email)
}

async function typeDay(page: Page, on: Day): Promise<void> {
  const { day, month, year } = dateOf(on)
  await page.getByLabel('Day', { exact: true }).first().fill(String(day))
  await page.getByLabel('Month', { exact: true }).first().fill(String(month))
  await page.getByLabel('Year', { exact: true }).first().fill(String(year))
}

/** The programme manager plans a meeting and moves it; the members hear of it by mail, at home and on the page. */
export async function plansAMeeting({ play, portal, title }: Journey): Promise<void> {
  const { members, chair } = await seenPanel(play)
  const invited = members.find((person) => person !== chair)
  const { page, troubles } = await atHome(portal, firstOf(play, 'programme-manager'))
  await page.goto(`/cases/${play.caseId}`)
  await link(page, 'Meetings of the panel').click()
  await page.getByText('No meetings are planned.').waitFor()
  await button(page, 'Plan the meeting').click()
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    'Choose what the meeting is for',
    'Enter a real date, such as 27 3 2027',
    'Enter a time, such as 14:30',
    'Enter a place, or a link to meet on a screen, or both',
  ])
  await expectAccessible(page)
  const today = londonDate(await play.now())
  await page.getByLabel('What is the meeting for?').selectOption({ label: 'Something else' })
  await page.getByLabel('At what time does it begin?').fill('9.30')
  await page.getByLabel('Where?').fill('The Old Mill, Northmere')
  await page.getByLabel('Link to meet').fill('https://meet.example/panel')
  await typeDay(page, daysAfter(today, -1))
  await button(page, 'Plan the meeting').click()
  await page.getByRole('alert').getByRole('link', { name: 'Choose a day and a time that are still to come' }).waitFor()
  await typeDay(page, daysAfter(today, 3))
  await button(page, 'Plan the meeting').click()
  await page.getByText('The meeting was planned.').waitFor()
  await link(page, 'Open the link to the meeting').waitFor()

  const member = await atHome(portal, nameOf(play, invited))
  await task(member.page, 'Meeting', title).click()
  await member.page.getByText(/9:30am to 10:30am/).waitFor()
  expect(await button(member.page, 'Plan the meeting').count()).toBe(0)
  expect(await member.page.getByText('Move this meeting').count()).toBe(0)

  await page.getByText('Move this meeting').click()
  const moving = page.locator('form').filter({ has: button(page, 'Move the meeting') })
  await moving.getByLabel('At what time does it begin?').fill('18:00')
  await button(page, 'Move the meeting').click()
  await page.getByRole('alert').getByRole('link', { name: 'Say why it is moved' }).click()
  await page.keyboard.type('Two members are away.')
  await expectAccessible(page)
  await button(page, 'Move the meeting').click()
  await page.getByText('The meeting was moved.').waitFor()
  await member.page.getByText(/: Two members are away\.$/).waitFor()
  await expectAccessible(member.page)
  await play.settled()
  const { person } = await play.as(invited ?? '').get<{ person: { email: string } }>('/api/me')
  await expect
    .poll(async () => (await mailsTo(play, person.email)).map(({ subject }) => subject))
    .toEqual(
      expect.arrayContaining(
        ['Save the date', 'New time or place'].map((news) =>
          expect.stringMatching(new RegExp(`^${news}: meeting, .* \\d{4}, ${title}$`)),
        ),
      ),
    )
  const mails = (await mailsTo(play, person.email)).map(({ text }) => text).join()
  expect(mails).toContain(`/cases/${play.caseId}/meetings`)
  expect(mails).not.toContain('meet.example')
  expect([...troubles, ...member.troubles]).toEqual([])
}

/** The chair has planned the meeting that moderates; once it has begun, its record says whom to expect. */
export async function plansTheModeration(play: Play, chair: string): Promise<void> {
  const soon = addMilliseconds(await play.now(), 3_600_000)
  await play.command(chair, 'plan-meeting', {
    purpose: 'moderation',
    date: londonDate(soon),
    time: toldExactly(soon).slice(0, 'HH:MM'.length),
    minutes: 60,
    link: 'https://meet.example/panel',
  })
  await play.moveBy({ hours: 2 })
}
