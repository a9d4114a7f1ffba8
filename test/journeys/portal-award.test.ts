import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { londonDate } from '../../domain/time/instant.ts'
import { justAfter, seenPanel } from '../../local/demo/panel-formation.ts'
import { expectAccessible, expectToFit } from '../web/browser.ts'
import { portalInBrowser } from '../web/portal-in-browser.ts'
import { atHome, button, heading, link, task } from './at-the-page.ts'
import { caseEntering } from './lived.ts'

/** From the ranking to the award, the public record and the auditor, each through the pages alone; others do alike over HTTP. */

const { locality, play } = await caseEntering('decision')
const portal = await portalInBrowser(locality)
const title = play.topic.title
const { members, chair = '' } = await seenPanel(play)
const nameOf = (person: string | undefined) => play.people.find(({ id }) => id === person)?.name ?? ''
const first = (role: Parameters<typeof play.having>[0]) => play.having(role)[0]

test('the programme manager finds the case on the board, reminds, extends, pauses and resumes, each with its reason', async () => {
  const { page, troubles } = await atHome(portal, first('programme-manager')?.name ?? '')
  await link(page, 'Programme board').click()
  await page.getByRole('table').waitFor()
  await expectAccessible(page)
  await link(page, 'Stages side by side').click()
  await heading(page, /^Decision \(1\)$/).waitFor()
  await expectAccessible(page)
  await expectToFit(page, 320)
  await page.getByLabel('Search in titles').fill('co')
  await button(page, 'Search').click()
  await page.getByRole('alert').getByRole('link', { name: 'Enter at least three letters' }).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Search in titles').fill('PRACTICE couns')
  await page.keyboard.press('Enter')
  await page.getByRole('table').getByRole('link', { name: title }).click()

  const doing = async (deed: string, reason: string | undefined, done: string, fill = async () => {}) => {
    await link(page, deed).click()
    await expectAccessible(page)
    if (reason !== undefined) {
      await button(page, 'Continue').click()
      await page.getByRole('alert').getByRole('link', { name: 'Give the reason' }).waitFor()
      await expectAccessible(page)
      await fill()
      await page.getByRole('textbox', { name: /^Why/ }).fill(reason)
      await button(page, 'Continue').click()
      await page.getByText(reason).waitFor()
    }
    await button(page, deed).click()
    await page.getByText(done).waitFor()
    await expectAccessible(page)
  }
  await doing('Send a reminder', undefined, 'A reminder was sent.')
  const later = londonDate((await play.see()).wait?.dueAt ?? '').add({ days: 20 })
  await doing('Extend the deadline', 'Two members are away.', 'The deadline was extended.', async () => {
    await page.getByLabel('Day').fill(String(later.day))
    await page.getByLabel('Month').fill(String(later.month))
    await page.getByLabel('Year').fill(String(later.year))
  })
  await doing('Pause the case', 'The building is closed.', 'The case was paused.')
  await doing('Resume the case', 'It is open again.', 'The case was resumed.')
  await play.settled()
  await page.getByText('Extended once').waitFor()
  expect(troubles).toEqual([])
})

test('somebody puts what waits for them into their calendar, and ends it', async () => {
  const { page, troubles } = await atHome(portal, nameOf(members[0]))
  await link(page, 'Put what waits for you into your calendar').click()
  await button(page, 'Make an address').click()
  const address = (await page.locator('code').first().innerText()).trim()
  await expectAccessible(page)
  await expectToFit(page, 320)
  const text = (await (await fetch(address)).text()).replaceAll('\r\n ', '')
  expect(text).toContain(`SUMMARY:${title}: vote on the outcome\\, with reasons`)
  await page.reload()
  await button(page, 'Make a new address').waitFor()
  expect(await page.locator('code').count()).toBe(0)
  await button(page, 'Stop: let nobody read it any more').click()
  await page.getByText('Nobody can read your calendar any more.').waitFor()
  expect((await fetch(address)).status).toBe(404)
  expect(troubles).toEqual([])
})

test('a member votes, on a narrow screen; the approver confirms', async () => {
  const [voter = '', ...others] = members
  const member = await atHome(portal, nameOf(voter))
  await member.page.setViewportSize({ width: 320, height: 700 })
  await task(member.page, 'Vote on the outcome', title).click()
  await button(member.page, 'Cast your vote').click()
  await member.page.getByRole('alert').getByRole('link', { name: 'Choose how you vote' }).waitFor()
  await expectAccessible(member.page)
  await expectToFit(member.page, 320)
  await member.page.getByLabel('How do you vote?').selectOption({ label: 'Award to the first-ranked tender' })
  await member.page.getByLabel('Why?').fill('It is first, and for good reasons.')
  await button(member.page, 'Cast your vote').click()
  await member.page.getByText('Your vote was cast.').waitFor()
  await member.page.getByText('You voted: Award to the first-ranked tender.').waitFor()
  await expectAccessible(member.page)
  expect(member.troubles).toEqual([])
  for (const person of others)
    await play.command(person, 'vote-on-award', { round: 1, option: 'award', reasons: 'It is first.' })
  await play.settled()

  const approver = await atHome(portal, first('approver')?.name ?? '')
  await task(approver.page, 'Confirm the outcome', title).click()
  await heading(approver.page, 'Confirm or reject').waitFor()
  await expectAccessible(approver.page)
  await approver.page.getByLabel('Your reasons').first().fill('It follows from the record.')
  await button(approver.page, 'Confirm what the panel decided').click()
  await approver.page.getByText('You confirmed what the panel decided.').waitFor()
  await expectAccessible(approver.page)
  expect(approver.troubles).toEqual([])
})

test('a provider reads its letter and objects; the chair answers', async () => {
  await play.settled()
  const [bidder] = play.having('provider').filter(({ organisationId }) => organisationId !== undefined)
  const provider = await atHome(portal, bidder?.name ?? '')
  await link(provider.page, title).first().click()
  await link(provider.page, /outcome/i)
    .first()
    .click()
  await heading(provider.page, 'Object to the outcome').waitFor()
  await expectAccessible(provider.page)
  await expectToFit(provider.page, 320)
  await provider.page.getByLabel('Your representation').fill('Our answer on access was read for one town.')
  await button(provider.page, 'Make the representation').click()
  await provider.page.getByText('Your representation was made.').waitFor()
  await provider.page.getByText('It is being considered.').waitFor()
  await expectAccessible(provider.page)
  expect(provider.troubles).toEqual([])

  const answering = await atHome(portal, nameOf(chair))
  await link(answering.page, title).first().click()
  await link(answering.page, 'The decision').click()
  await answering.page.getByLabel('What does the panel decide?').selectOption({ label: 'the decision stands' })
  await answering.page.getByLabel('Why?').fill('The whole area is named, and no rooms are.')
  await expectAccessible(answering.page)
  await button(answering.page, 'Communicate the further decision').click()
  await answering.page.getByText('The further decision was communicated.').waitFor()
  expect(answering.troubles).toEqual([])
})

test('the contract is awarded: everybody reads the record, and the auditor takes the pack', async () => {
  const { wait } = await play.settled()
  await play.moveTo(justAfter(wait?.dueAt ?? ''))
  expect((await play.settled()).life).toMatchObject({ stage: 'after-award' })
  const { page, troubles } = await portal.visit()
  await page.goto('/')
  await page.getByRole('row').filter({ hasText: title }).getByRole('link', { name: /record/i }).click()
  await heading(page, /record/i).first().waitFor()
  await expectAccessible(page)
  await expectToFit(page, 320)
  expect(troubles).toEqual([])

  const auditor = await atHome(portal, first('auditor')?.name ?? '')
  await link(auditor.page, 'Audit').click()
  const taking = auditor.page.waitForEvent('download')
  await button(auditor.page, 'Take the pack').click()
  const pack = await readFile(await (await taking).path())
  expect(pack.subarray(0, 2).toString()).toBe('PK')
  await expectAccessible(auditor.page)
  expect(auditor.troubles).toEqual([])
})
