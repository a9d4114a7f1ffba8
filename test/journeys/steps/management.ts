import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from '../../web/browser.ts'
import { atHome, button, heading, link, task } from '../at-the-page.ts'
import { firstOf, type Journey } from './journey.ts'

/** A deed of the programme manager: every fault at once, then asked to confirm, then done. */
export async function doing(page: Page, deed: Deed, fill = async () => {}): Promise<void> {
  await link(page, deed.link).click()
  await button(page, 'Continue').click()
  await page.getByRole('alert').getByRole('link', { name: 'Give the reason' }).waitFor()
  await expectAccessible(page)
  await fill()
  await page.getByRole('textbox', { name: /^Why/ }).fill(deed.reason)
  await button(page, 'Continue').click()
  await page.getByText(deed.reason).waitFor()
  await button(page, deed.confirm ?? deed.link).click()
  await page.getByText(deed.done).waitFor()
  await expectAccessible(page)
}

interface Deed {
  link: string
  confirm?: string
  reason: string
  done: string
}

/** A practice challenges how the case is run; it waits for the programme manager at home, who answers it. */
export async function challengesAndIsAnswered({ play, portal, title }: Journey): Promise<void> {
  const practice = await atHome(portal, 'Leonie Marchbrook')
  await practice.page.goto(`/cases/${play.caseId}`)
  await link(practice.page, 'Challenges').click()
  await button(practice.page, 'Make the challenge').click()
  await practice.page.getByRole('alert').getByRole('link', { name: 'Write what you challenge' }).waitFor()
  await expectAccessible(practice.page)
  await practice.page.getByLabel('What do you challenge?').fill('Nobody asked the branch surgeries.')
  await button(practice.page, 'Make the challenge').click()
  await practice.page.getByText('The challenge was made.').waitFor()
  await play.settled()

  const manager = await atHome(portal, firstOf(play, 'programme-manager'))
  await task(manager.page, 'Answer a practice’s challenge', title).click()
  await button(manager.page, 'Answer the challenge').click()
  expect(await manager.page.getByRole('alert').getByRole('link').count()).toBe(2)
  await expectAccessible(manager.page)
  await manager.page.getByLabel('Not upheld', { exact: true }).check()
  await manager.page.getByLabel('Why, and what follows from it?').fill('Each practice answers for its branches.')
  await button(manager.page, 'Answer the challenge').click()
  await manager.page.getByText('The challenge was answered.').waitFor()
  await practice.page.getByText('Each practice answers for its branches.').waitFor()
  await expectAccessible(practice.page)
  expect([...practice.troubles, ...manager.troubles]).toEqual([])
}

/** The programme manager writes the report of the month that is over, and sends it; everybody reads it. */
export async function reportsTheMonth({ play, portal }: Journey): Promise<void> {
  const { page, troubles } = await atHome(portal, firstOf(play, 'programme-manager'))
  await link(page, 'Reports').click()
  await link(page, /^Read the report for .* so far$/).click()
  await page.getByText('This is what the record says so far.').waitFor()
  await expectAccessible(page)
  await link(page, 'Back to the monthly reports').click()
  await link(page, /^Write the report for /).click()
  await page.getByLabel('News').fill('The practices’ forum meets on Thursday.')
  await page.getByText(/^Saved at/).waitFor()
  // The deputy, who has it open too, reads what was written, and that it was sent.
  const deputy = await atHome(portal, firstOf(play, 'deputy-programme-manager'))
  await deputy.page.goto(page.url())
  const theirs = deputy.page.getByLabel('News')
  await expect.poll(() => theirs.inputValue(), { timeout: 20_000 }).toContain('forum meets on Thursday')
  await page.getByLabel('News').fill('The practices’ forum meets on Friday.')
  await expect.poll(() => theirs.inputValue(), { timeout: 20_000 }).toContain('forum meets on Friday')
  await page.getByText(/^Saved at/).waitFor()
  await button(page, 'Send it to the practices').click()
  await expectAccessible(page)
  await button(page, 'Yes, send it').click()
  await page.getByText('The report was sent to the practices and published.').waitFor()
  await theirs.waitFor({ state: 'detached' })
  const anybody = await portal.visit()
  await anybody.page.goto(page.url())
  await anybody.page.getByText('The practices’ forum meets on Friday.').waitFor()
  await expectAccessible(anybody.page)
  expect([...troubles, ...deputy.troubles, ...anybody.troubles]).toEqual([])
}

/** The programme manager sends the case back to an earlier stage, then withdraws it; the picture and the public say so. */
export async function isSentBackAndWithdrawn({ play, portal, title }: Journey): Promise<void> {
  const { page, troubles } = await atHome(portal, firstOf(play, 'programme-manager'))
  await page.goto(`/cases/${play.caseId}`)
  const sendBack = { link: 'Send back to an earlier stage', confirm: 'Send the case back', reason: 'Too few GPs came.' }
  await doing(page, { ...sendBack, done: 'The case was sent back.' }, async () => {
    await page.getByLabel('Which stage?').selectOption({ label: 'Nomination' })
  })
  await play.settled()
  await page
    .getByText('Nomination (entered twice)')
    .or(page.getByText('Nomination (entered 2 times)'))
    .first()
    .waitFor()
  await doing(page, {
    link: 'Withdraw the case',
    reason: 'The practice asked for it.',
    done: 'The case was withdrawn.',
  })
  await page.getByText(/: withdrawn$/).waitFor()
  expect(await link(page, 'Withdraw the case').count()).toBe(0)
  await page.goto('/')
  await page.getByRole('row').filter({ hasText: title }).getByText('Withdrawn').waitFor()
  expect(troubles).toEqual([])
}

/** The programme manager says when the service goes live, and moves the day. */
export async function goesLive({ play, portal, title }: Journey): Promise<void> {
  interface Milestones {
    current: string
    milestones: { milestone: string; checklist: { items: { id: string }[] } }[]
  }
  const answerAll = async () => {
    const { current, milestones } = await play.manager.get<Milestones>(`/api/cases/${play.caseId}/after-award`)
    const items = milestones.find(({ milestone }) => milestone === current)?.checklist.items ?? []
    for (const { id: item } of items)
      await play.command(play.manager.personId, 'answer-milestone-item', { item, finding: 'met', comment: 'Seen.' })
  }
  await play.settled()
  await answerAll()
  await play.command(play.manager.personId, 'reach-milestone', { reasons: 'It is agreed.' })
  await play.settled()
  await answerAll()
  const { page, troubles } = await atHome(portal, firstOf(play, 'programme-manager'))
  await task(page, 'Check that the service is ready', title).click()
  await heading(page, 'The service is ready to go live').waitFor()
  await button(page, 'Record that it is reached').click()
  await page.getByRole('alert').getByRole('link', { name: 'Enter the date the service goes live' }).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Why is it reached?').fill('It was tried for a fortnight.')
  const today = new Date(await play.now())
  const enter = async (days: number) => {
    const day = new Date(today.getTime() + days * 86_400_000)
    for (const [part, value] of Object.entries({
      Day: day.getUTCDate(),
      Month: day.getUTCMonth() + 1,
      Year: day.getUTCFullYear(),
    }))
      await page.getByLabel(part, { exact: true }).fill(String(value))
  }
  await enter(1)
  await button(page, 'Record that it is reached').click()
  await page.getByText('The milestone is recorded as reached.').waitFor()
  await play.settled()
  await page.getByText('Change the go-live date').click()
  await button(page, 'Change the date').click()
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
  await enter(15)
  await page.getByLabel('Why has the date changed?').fill('The rooms are not ready.')
  await expectAccessible(page)
  await button(page, 'Change the date').click()
  await page.getByText('The go-live date was changed.').waitFor()
  expect(troubles).toEqual([])
}
