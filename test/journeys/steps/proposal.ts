import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { ProposalForm } from '../../../domain/proposal/proposal.ts'
import { expectAccessible } from '../../web/browser.ts'
import { atHome, button, heading, link, task } from '../at-the-page.ts'
import { firstOf, type Journey } from './journey.ts'

/** Who writes the proposal. */
const writer = 'Gwenda Parslowe-Hythe'

async function part(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  await link(page, name).click()
  await heading(page, name).waitFor()
  await fill()
  await page.getByText(/^Saved at (\d{1,2}(:\d\d)?[ap]m|mid(day|night))$/).waitFor()
  await expectAccessible(page)
  await link(page, 'Save and continue').click()
  await link(page, 'Check and submit').waitFor()
}

async function date(page: Page, [day, month, year]: [string, string, string], place = 0): Promise<void> {
  await page.getByLabel('Day').nth(place).fill(day)
  await page.getByLabel('Month').nth(place).fill(month)
  await page.getByLabel('Year').nth(place).fill(year)
}

/** Part by part; is told everything that is missing. */
export async function writesTheProposal({ portal, title }: Journey): Promise<void> {
  const { page, troubles } = await atHome(portal, writer)
  await expectAccessible(page)
  await link(page, 'Proposals').click()
  await page.getByText('You are not writing a proposal at the moment.').waitFor()
  await expectAccessible(page)
  await button(page, 'Start a proposal').click()
  await page.getByText('0 of 8 parts are done.').waitFor()
  await expectAccessible(page)

  await part(page, 'What it is about', async () => {
    await page.getByLabel('Title').fill(title)
    await page.getByLabel('Commissioning area').selectOption({ label: 'Community nursing' })
    await page.getByLabel('A new service').check()
  })
  await page.getByText('1 of 8 parts are done.').waitFor()

  await link(page, 'Check and submit').click()
  await button(page, 'Submit the proposal').click()
  const missing = page.getByRole('alert').getByRole('link')
  await expect.poll(() => missing.count()).toBeGreaterThan(15)
  await expectAccessible(page)
  await missing.filter({ hasText: 'Enter the one-off cost' }).click()
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('costs-oneOff')
  await page.getByLabel('One-off cost').fill('48,000')
  await page.getByLabel('Cost per year').fill('415000.50')
  await page.getByLabel('Savings per year').fill('92000')
  await page.getByLabel('No', { exact: true }).check()
  await page.getByText(/^Saved at (\d{1,2}(:\d\d)?[ap]m|mid(day|night))$/).waitFor()
  await link(page, 'Save and continue').click()

  await part(page, 'The problem and the objectives', async () => {
    await page.getByLabel('What is the problem?').fill('Feet are seen too late.')
    await page.getByLabel('Objective 1').fill('Every foot at risk is seen within a week.')
    await button(page, 'Add an objective').click()
    await page.getByLabel('Objective 2').fill('One to take away again.')
    await button(page, 'Remove objective 2').click()
  })
  await part(page, 'What will be delivered, and when', async () => {
    await page.getByLabel('What will be delivered?').fill('A foot clinic in each practice.')
    await date(page, ['1', '9', '2027'])
  })
  await part(page, 'How it fits the strategic goals', async () => {
    for (const goal of await page.getByRole('textbox').all()) await goal.fill('It does, in each practice.')
  })
  await part(page, 'Who leads it', async () => {
    await page.getByLabel('Name of the clinical lead').fill('Dr Amara Lindquell')
    await page.getByLabel('Name of the project manager').fill(writer)
  })
  await part(page, 'Clinical governance and premises', async () => {
    await page.getByLabel('Which clinical governance standards').fill('The national ones.')
    await page.getByLabel('Where will the service be based?').fill('In the practices.')
  })
  expect(troubles).toEqual([])
}

/** Comes back another day, in another browser, to what it wrote; adds who was consulted; submits. */
export async function submitsTheProposal({ play, portal, title }: Journey): Promise<void> {
  const { page, troubles } = await atHome(portal, writer)
  await link(page, 'Proposals').click()
  await link(page, title).click()
  await page.getByText('7 of 8 parts are done.').waitFor()
  await part(page, 'Who was consulted', async () => {
    const consulted = async (number: number, kind: string) => {
      const entry = page.getByRole('group', { name: `Consultation ${number}` })
      await entry.getByLabel('Who was asked?').fill('Those of six practices')
      await entry.getByLabel('Which group do they belong to?').selectOption({ label: kind })
      await date(page, ['14', '9', '2026'], number - 1)
      await entry.getByLabel('What did they say?').fill('That it is needed.')
      await entry.getByLabel('What changed because of it?').fill('Evenings were added.')
    }
    await consulted(1, 'Staff who provide the service today')
    await button(page, 'Add a consultation').click()
    await consulted(2, 'Patients')
  })
  await page.getByText('8 of 8 parts are done.').waitFor()
  await part(page, 'Attachments', async () => {
    const attach = (name: string, mimeType: string, content: string) =>
      page.getByLabel('Attach a document').setInputFiles({ name, mimeType, buffer: Buffer.from(content) })
    await attach('Nothing.txt', 'text/plain', '')
    await page.getByRole('alert').getByText('Nothing.txt cannot be attached. It is empty.').waitFor()
    await expectAccessible(page)
    await attach('Plan.pdf', 'application/pdf', '%PDF-1.7\n1 0 obj <<>> endobj\ntrailer << /Encrypt 2 0 R >>')
    await page.getByText('Plan.pdf cannot be attached. It is protected with a password').waitFor()
    await attach('Words.pdf', 'application/pdf', 'Only words.')
    await page.getByText('Words.pdf cannot be attached. Its name ends in “.pdf”, but its content is plain').waitFor()
    await attach('Taken away again.txt', 'text/plain', 'Not this one.')
    await button(page, 'Remove Taken away again.txt').click()
    await attach('What patients said.txt', 'text/plain', 'Feet first.')
    await page.getByText('What patients said.txt is attached.').waitFor()
  })
  await link(page, 'Check and submit').click()
  await page.getByText('£415,000.50').waitFor()
  await page.getByText('What patients said.txt (1 kB)').waitFor()
  await expectAccessible(page)
  await button(page, 'Submit the proposal').click()
  await page.getByText('Your proposal has been submitted.').waitFor()
  await heading(page, title).waitFor()
  await page.reload()
  await heading(page, title).waitFor()
  play.caseId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await link(page, 'Proposals').click()
  await page.getByText('You are not writing a proposal at the moment.').waitFor()
  expect(troubles).toEqual([])
}

/** What the programme manager returned is corrected, and submitted again. */
export async function correctsTheProposal({ play, portal }: Journey): Promise<void> {
  await play.settled()
  await play.command(play.manager.personId, 'return-proposal', {
    reasons: 'Say what it costs to begin.',
  })
  await play.settled()
  const { page, troubles } = await atHome(portal, writer)
  await link(page, 'Correct the returned proposal').click()
  await page.getByText('Say what it costs to begin.').waitFor()
  await expectAccessible(page)
  await button(page, 'Correct the proposal').click()
  await page.getByText('8 of 8 parts are done.').waitFor()
  await part(page, 'Costs and savings', () => page.getByLabel('One-off cost').fill('52000'))
  await link(page, 'Check and submit').click()
  await page.getByText('£52,000').waitFor()
  await button(page, 'Submit the corrected proposal').click()
  await page.getByText('Your corrected proposal has been submitted.').waitFor()
  await play.settled()
  const { proposal } = (await play.see()) as unknown as { proposal: { form: ProposalForm } }
  expect(proposal.form.costs.oneOff).toBe(5_200_000)
  expect(troubles).toEqual([])
}

/** The programme manager reads what is attached, and accepts it for this case. */
export async function acceptsTheProposal({ play, portal, title }: Journey): Promise<void> {
  const { page, troubles } = await atHome(portal, firstOf(play, 'programme-manager'))
  await task(page, 'Accept the proposal or return it', title).click()
  await heading(page, 'What you can do here').waitFor()
  await page.getByText('The proposal', { exact: true }).click()
  await expectAccessible(page)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save What patients said.txt').click(),
  ])
  expect(await readFile(await saved.path(), 'utf8')).toBe('Feet first.')
  await link(page, 'Accept the proposal').click()
  await page.getByRole('radio', { name: 'This case' }).check()
  await expectAccessible(page)
  await button(page, 'Continue').click()
  await button(page, 'Accept the proposal').click()
  await page.getByText('The proposal was accepted.').waitFor()
  expect(troubles).toEqual([])
}
