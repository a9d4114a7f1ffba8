import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dateOf, daysAfter } from '../../../domain/time/day.ts'
import { londonDate } from '../../../domain/time/instant.ts'
import { justAfter, seenPanel } from '../../../local/demo/panel-formation.ts'
import { archived } from '../../archived.ts'
import { expectAccessible } from '../../web/browser.ts'
import { atHome, button, heading, link, task } from '../at-the-page.ts'
import { firstOf, type Journey, nameOf } from './journey.ts'
import { doing } from './management.ts'

/** Its words from the last to the first, as far as somebody types them: `PRACT EVERY IN COUNS`. */
const beginningsOf = (title: string): string =>
  title
    .split(' ')
    .map((word) => word.slice(0, 5).toUpperCase())
    .toReversed()
    .join(' ')

/** The programme manager finds the case on the board, reminds, extends, pauses and resumes, each with its reason. */
export async function managesTheCase({ play, portal, title }: Journey): Promise<void> {
  const { page, troubles } = await atHome(portal, firstOf(play, 'programme-manager'))
  await link(page, 'Programme board').click()
  await heading(page, 'Programme board').waitFor()
  await page.getByRole('table').waitFor()
  await expectAccessible(page)
  await link(page, 'Stages side by side').click()
  await heading(page, /^Decision \(1\)$/).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Search in titles').fill('co')
  await button(page, 'Search').click()
  await page.getByRole('alert').getByRole('link', { name: 'Enter at least three letters' }).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Search in titles').fill(beginningsOf(title))
  await page.keyboard.press('Enter')
  await page.getByRole('table').getByRole('link', { name: title }).click()

  const remind = {
    link: 'Send a reminder',
    confirm: 'Send the reminder',
    reason: 'The approver meets on Friday.',
    done: 'A reminder was sent.',
  }
  await doing(page, remind, () => page.getByText('None yet for what the case is waiting for now').waitFor())
  await page.getByText('A reminder went to 7 people: The approver meets on Friday.').waitFor()
  const later = dateOf(daysAfter(londonDate((await play.see()).wait?.dueAt ?? ''), 20))
  const extend = { link: 'Extend the deadline', reason: 'Two members are away.', done: 'The deadline was extended.' }
  await doing(page, extend, async () => {
    await page.getByLabel('Day').fill(String(later.day))
    await page.getByLabel('Month').fill(String(later.month))
    await page.getByLabel('Year').fill(String(later.year))
  })
  await doing(page, { link: 'Pause the case', reason: 'The building is closed.', done: 'The case was paused.' })
  await doing(page, { link: 'Resume the case', reason: 'It is open again.', done: 'The case was resumed.' })
  await play.settled()
  await page.getByText('Extended once').waitFor()
  expect(troubles).toEqual([])
}

/** A member puts what waits for them into their calendar, and ends it. */
export async function keepsACalendar({ play, portal, title }: Journey): Promise<void> {
  const { members } = await seenPanel(play)
  const { page, troubles } = await atHome(portal, nameOf(play, members[0]))
  await link(page, 'Add what is waiting for you, and meetings, to your calendar').click()
  await button(page, 'Make an address').click()
  const address = (await page.locator('code').first().innerText()).trim()
  await expectAccessible(page)
  const text = (await (await fetch(address)).text()).replaceAll('\r\n ', '')
  expect(text).toContain(`SUMMARY:${title}: vote on the outcome\\, with reasons`)
  await page.getByRole('heading', { name: 'Meetings of your panels' }).waitFor()
  await page.reload()
  await button(page, 'Make a new address').waitFor()
  expect(await page.locator('code').count()).toBe(0)
  await button(page, 'Stop access to your calendar').click()
  await page.getByText('Nobody can read your calendar any more.').waitFor()
  expect((await fetch(address)).status).toBe(404)
  expect(troubles).toEqual([])
}

/** A member votes, on a narrow screen; the others do alike; the approver confirms. */
export async function votesAndConfirms({ play, portal, title }: Journey): Promise<void> {
  const { members } = await seenPanel(play)
  const [voter = '', ...others] = members
  const member = await atHome(portal, nameOf(play, voter))
  await member.page.setViewportSize({ width: 320, height: 700 })
  await task(member.page, 'Vote on the outcome', title).click()
  await button(member.page, 'Continue').click()
  await member.page.getByRole('alert').getByRole('link', { name: 'Choose how you vote' }).waitFor()
  await expectAccessible(member.page)
  await member.page.getByLabel('Award to the tender that comes first').check()
  await member.page.getByLabel('Why?').fill('It is first, and for good reasons.')
  await button(member.page, 'Continue').click()
  await heading(member.page, 'Check your vote before you cast it').waitFor()
  await expectAccessible(member.page)
  await button(member.page, 'Cast your vote').click()
  await member.page.getByText('Your vote was cast.').waitFor()
  await member.page.getByText('You voted: Award to the tender that comes first').waitFor()
  await expectAccessible(member.page)
  expect(member.troubles).toEqual([])
  for (const person of others)
    await play.command(person, 'vote-on-award', { round: 1, option: 'award', reasons: 'It is first.' })
  await play.settled()

  const approver = await atHome(portal, firstOf(play, 'approver'))
  await task(approver.page, 'Confirm the outcome', title).click()
  await heading(approver.page, 'Confirm or reject').waitFor()
  await link(approver.page, 'declare about the organisations that tendered').click()
  await heading(approver.page, 'Organisations the tenders name').waitFor()
  await expectAccessible(approver.page)
  await button(approver.page, 'I have no interest in any of them').click()
  await link(approver.page, 'Confirm or reject what the panel decided').click()
  await heading(approver.page, 'Confirm or reject').waitFor()
  await expectAccessible(approver.page)
  await button(approver.page, 'Continue').click()
  expect(await approver.page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    'Choose what you decide',
    'Give your reasons: they go on the record',
  ])
  await approver.page.getByLabel('Confirm what the panel decided').check()
  await approver.page.getByLabel('Your reasons').fill('It follows from the record.')
  await button(approver.page, 'Continue').click()
  await heading(approver.page, 'Check your answer before you send it').waitFor()
  await expectAccessible(approver.page)
  await button(approver.page, 'Confirm what the panel decided').click()
  await approver.page.getByText('You confirmed what the panel decided.').waitFor()
  await expectAccessible(approver.page)
  expect(approver.troubles).toEqual([])
}

/** A provider reads its letter and objects; the chair answers. */
export async function objectsAndIsAnswered({ play, portal, title }: Journey): Promise<void> {
  await play.settled()
  const { chair = '' } = await seenPanel(play)
  const [bidder] = play.having('provider').filter(({ organisationId }) => organisationId !== undefined)
  const provider = await atHome(portal, bidder?.name ?? '')
  await link(provider.page, 'Read the outcome and your letter').first().click()
  await heading(provider.page, 'Object to the outcome').waitFor()
  await expectAccessible(provider.page)
  await provider.page.getByLabel('Your representation').fill('Our answer on access was read for one town.')
  const map = { name: 'Where we are.txt', mimeType: 'text/plain', buffer: Buffer.from('In every town.\n') }
  const blank = { ...map, name: 'Blank.txt', buffer: Buffer.from('  ') }
  await provider.page.getByLabel('Documents that go with it (optional)').setInputFiles([map, blank])
  await button(provider.page, 'Make the representation').click()
  // What is wrong with a document is said with its name, before anything is sent.
  await provider.page
    .getByRole('alert')
    .getByRole('link', { name: '“Blank.txt” cannot be sent. It is empty' })
    .waitFor()
  await expectAccessible(provider.page)
  await button(provider.page, 'Remove').last().click()
  await expectAccessible(provider.page)
  await button(provider.page, 'Make the representation').click()
  await provider.page.getByText('Your representation was made.').waitFor()
  await provider.page.getByText('It is being considered.').waitFor()
  await provider.page.getByText('Where we are.txt. Its SHA-256 is').waitFor()
  await expectAccessible(provider.page)
  expect(provider.troubles).toEqual([])

  const answering = await atHome(portal, nameOf(play, chair))
  await link(answering.page, title).first().click()
  await heading(answering.page, 'Representations').waitFor()
  await button(answering.page, 'Open “Where we are.txt”').click()
  await link(answering.page, 'Save “Where we are.txt”').waitFor()
  await answering.page.getByLabel('What does the panel decide?').selectOption({ label: 'the decision stands' })
  await answering.page.getByLabel('Why?').fill('The whole area is named, and no rooms are.')
  for (const box of await answering.page.getByRole('checkbox').all()) await box.check()
  await expectAccessible(answering.page)
  await button(answering.page, 'Communicate the further decision').click()
  await answering.page.getByText('The further decision was communicated.').waitFor()
  expect(answering.troubles).toEqual([])
}

/** Everybody reads the record, and the auditor takes the pack. */
export async function isAwarded({ play, portal, title }: Journey): Promise<void> {
  const { wait } = await play.settled()
  await play.moveTo(justAfter(wait?.dueAt ?? ''))
  expect((await play.settled()).life).toMatchObject({ stage: 'after-award' })
  const { page, troubles } = await portal.visit()
  await page.goto('/')
  await page
    .getByRole('row')
    .filter({ hasText: title })
    .getByRole('link', { name: /record/i })
    .click()
  await heading(page, /record/i)
    .first()
    .waitFor()
  await expectAccessible(page)
  // Printed, a table goes on over the page, so that no page is left half empty, and there is nothing to press.
  await page.emulateMedia({ media: 'print' })
  const tables = await page.evaluate(
    `[...document.querySelectorAll('table')].map((one) => getComputedStyle(one).breakInside)`,
  )
  expect(new Set(tables as string[])).toEqual(new Set(['auto']))
  expect(await page.getByRole('button').count()).toBe(0)
  expect(troubles).toEqual([])

  const auditor = await atHome(portal, firstOf(play, 'auditor'))
  await link(auditor.page, 'Audit').click()
  const taking = auditor.page.waitForEvent('download', { timeout: 90_000 })
  await button(auditor.page, 'Download the pack').click()
  const pack = await readFile(await (await taking).path())
  await button(auditor.page, 'Check this file').click()
  await auditor.page.getByRole('alert').getByRole('link', { name: 'Choose the file to check' }).waitFor()
  const register = auditor.page.getByLabel('Record of the register of interests')
  await register.setInputFiles(json('other.json', { format: 'redesign-panels/record/1' }))
  await checks(auditor.page, { name: 'pack.zip', bytes: pack })
  await auditor.page.getByText('other.json cannot be checked').waitFor()
  await register.setInputFiles(json('register.json', await play.auditor.get('/api/register/export')))
  await checks(auditor.page, { name: 'pack.zip', bytes: pack })
  await auditor.page.getByText('pack.zip is complete and unchanged').waitFor()
  await auditor.page.getByText('every file is what the record makes of it').waitFor()
  await auditor.page.getByText(/^each of its \d+ checks for conflicts finds what the rules find/).waitFor()
  await expectAccessible(auditor.page)
  await checks(auditor.page, { name: 'forged.zip', bytes: withOtherPrice(pack) })
  const wrong = auditor.page.getByRole('alert')
  await wrong.getByText('forged.zip is not what it should be').waitFor()
  await wrong.getByText('prices.json was changed: its fingerprint or its length is another').waitFor()
  await auditor.page.getByLabel('Fingerprint of the record').fill('0'.repeat(64))
  await checks(auditor.page, { name: 'pack.zip', bytes: pack })
  await auditor.page.getByText('pack.zip is not what it should be').waitFor()
  await expectAccessible(auditor.page)
  expect(auditor.troubles).toEqual([])
}

const json = (name: string, content: unknown) => ({
  ...{ name, mimeType: 'application/json' },
  buffer: Buffer.from(JSON.stringify(content)),
})

/** The auditor's own copy, in the auditor's own browser. */
async function checks(page: Page, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
  await page
    .getByLabel('Your copy')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  await button(page, 'Check this file').click()
}

function withOtherPrice(pack: Uint8Array): Uint8Array {
  const files = unzipSync(pack)
  const prices = new TextDecoder().decode(files['prices.json']).replace(/"pence": \d+/, '"pence": 1')
  return archived({ ...files, 'prices.json': new TextEncoder().encode(prices) })
}
