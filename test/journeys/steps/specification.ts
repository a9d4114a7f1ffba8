import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seenPanel } from '../../../local/demo/panel-formation.ts'
import { first, type Play } from '../../../local/demo/play.ts'
import { expectAccessible } from '../../web/browser.ts'
import { button } from '../at-the-page.ts'
import type { AtPages } from './tabs.ts'

/** The panel, and a member who writes for it. */
async function panelOf(play: Play): Promise<{ members: string[]; chair: string; writer: string }> {
  const { members, chair = '' } = await seenPanel(play)
  return { members, chair, writer: members.find((member) => member !== chair) ?? '' }
}

const faults = (page: Page) => page.getByRole('alert').getByRole('link')

async function looksRight(page: Page): Promise<void> {
  await expectAccessible(page)
}

/** A member leads the panel through the checklist, from the case’s own page, and votes. */
export async function appraisesTheProposal({ play, at }: AtPages): Promise<void> {
  const { chair, members, writer } = await panelOf(play)
  const page = await at(writer, '/cases/CASE')
  await page.getByText(/You are asked to vote on the proposal/).waitFor()
  await page.getByRole('link', { name: 'The panel’s appraisal' }).first().click()
  await page.getByText('0 of 7 items are answered.').waitFor()
  await looksRight(page)
  const form = page.getByRole('form', { name: 'Risks' })
  await form.getByRole('button', { name: 'Save the finding' }).click()
  expect(await faults(page).count()).toBe(2)
  await form.getByLabel('Partly met').check()
  await form.getByLabel('Remark').fill('Recruitment.')
  await form.getByRole('button', { name: 'Save the finding' }).click()
  await page.getByText('1 of 7 items are answered.').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Risks')
  // Another member answers the item that is being written about: nothing is folded away, and nothing replaced unread.
  const shared = page.getByRole('form', { name: 'Strategic fit' })
  await shared.getByLabel('Not met', { exact: true }).check()
  await shared.getByLabel('Remark').fill('It is far from the patient.')
  await play.command(chair, 'answer-checklist', { item: 'strategic-fit', finding: 'met', comment: 'Near enough.' })
  await shared.getByRole('button', { name: 'Save the finding' }).click()
  await shared.getByText(/found “Met”: Near enough\./).waitFor()
  await looksRight(page)
  await shared.getByRole('button', { name: 'I have read it' }).click()
  expect(await shared.getByLabel('Remark').inputValue()).toBe('It is far from the patient.')
  await shared.getByRole('button', { name: 'Save the finding' }).click()
  await page.getByText('2 of 7 items are answered.').waitFor()
  for (const item of ['objectives', 'costs', 'consultation', 'leadership', 'governance'])
    await play.command(chair, 'answer-checklist', { item, finding: 'met', comment: 'As it says.' })
  await button(page, 'Continue').click()
  expect(await faults(page).count()).toBe(2)
  await page.getByLabel('The proposal proceeds').check()
  await page.getByLabel('Your reasons').fill('The need is plain.')
  await button(page, 'Continue').click()
  await page.getByRole('heading', { name: 'Check your vote before you cast it' }).waitFor()
  await looksRight(page)
  // Nothing is cast yet: a slip is put right.
  await page.goBack()
  await page.getByLabel('Your reasons').fill('The need is plain to see.')
  await button(page, 'Continue').click()
  await page.getByText('The need is plain to see.').waitFor()
  await button(page, 'Cast your vote').click()
  await page.getByText('You voted').waitFor()
  for (const member of members.filter((member) => member !== writer))
    await play.command(member, 'vote-on-proposal', { round: 1, option: 'proceed', reasons: 'Yes.' })
  await play.settled()
  await page.getByText('Carried: The proposal proceeds.').waitFor()
  await page.getByText('Each member’s vote and reasons').first().click()
  await page.getByRole('cell', { name: 'The need is plain to see.' }).waitFor()
  await looksRight(page)
}

/** The programme manager lets observers read what the panel found; one finds it at home, until it is hidden again. */
export async function marksAPaperForObservers({ play, at }: AtPages): Promise<void> {
  const observer = first(play.having('observer')).id
  const reader = await at(observer, '/')
  await reader.getByText('Nothing is waiting for you at the moment.').waitFor()
  expect(await reader.getByRole('heading', { name: 'Papers for you to read' }).count()).toBe(0)
  const page = await at(play.manager.personId, '/cases/CASE')
  await page.getByRole('link', { name: 'Papers for observers' }).click()
  await page.getByText('No paper is marked for observers at the moment.').waitFor()
  await page.getByText('Let observers read it: what the panel found').click()
  await button(page, 'Let observers read it').click()
  expect(await faults(page).count()).toBe(1)
  await looksRight(page)
  await page.getByLabel('Why can observers read it?').fill('Patients asked for it.')
  await button(page, 'Let observers read it').click()
  await page.getByText('Observers can now read it.').waitFor()
  await page.getByRole('heading', { name: 'What the panel found' }).waitFor()
  await looksRight(page)
  await at(observer, '/')
  const row = reader.getByRole('row').filter({ hasText: 'What the panel found about the proposal' })
  await looksRight(reader)
  await row.getByRole('link').click()
  await reader.getByText('It is far from the patient.').waitFor()
  await reader.getByText(/^Marked for observers .*: Patients asked for it\.$/).waitFor()
  expect(await reader.getByText('Hide it from observers again').count()).toBe(0)
  await looksRight(reader)
  await page.getByText('Hide it from observers again: what the panel found').click()
  await page.getByLabel('Why do you hide it again?').fill('It was marked too early.')
  await button(page, 'Hide it from observers').click()
  await page.getByText('Observers can no longer read it.').waitFor()
  await reader.getByText('No paper is marked for observers at the moment.').waitFor()
}

/** From the template, and hears all that it lacks at once. */
export async function writesAVersion({ play, at }: AtPages): Promise<void> {
  const { writer } = await panelOf(play)
  const page = await at(writer, '/cases/CASE/specification')
  await page.getByRole('link', { name: 'Write the first version' }).click()
  await button(page, 'Check this version').click()
  await page.getByText('Not complete yet').waitFor()
  // Every section, the weights of five criteria, and the total.
  expect(await faults(page).count()).toBe(13 + 5 + 1)
  await faults(page).first().click()
  expect(await page.evaluate('document.activeElement.id')).toBe('sections-purpose')
  await expectAccessible(page)
  for (const field of await page.locator('textarea[id^=sections-]').all()) await field.fill('Six weeks at most.')
  for (const [place, weight] of ['25', '17.5', '12.5', '10', '10'].entries())
    await page.locator(`#criteria-${place}-weight`).fill(weight)
  await page.getByLabel('Price share, in points').fill('25')
  await page.getByText('Together: 100 points, exactly 100.').waitFor()
  await page.getByLabel('How a price becomes points').selectOption('linear-to-ceiling')
  await button(page, 'Save as version 1').click()
  expect(await faults(page).allTextContents()).toEqual([
    'Enter an amount of pounds, such as 250,000',
    'Say what you changed, and why',
  ])
  await page.getByLabel('Ceiling, in pounds').fill('500,000')
  await page.getByLabel('What did you change, and why?').fill('A first version.')
  await button(page, 'Check this version').click()
  await page.getByText('25 × (£500,000.00 − £400,000.00) ÷ (£500,000.00 − £300,000.00) = 25/2 (12.50)').waitFor()
  await button(page, 'Save as version 1').click()
  await page.getByRole('heading', { name: 'Version 1' }).waitFor()
  await looksRight(page)
}

/** With a new version, whose words that differ are shown. */
export async function commentsAndAnswers({ play, at }: AtPages): Promise<void> {
  const { chair, writer } = await panelOf(play)
  const page = await at(chair, '/cases/CASE/specification')
  const service = page.locator('section[aria-labelledby=section-service]')
  await service.locator('summary').click()
  await service.getByRole('textbox', { name: 'Your comment' }).fill('Six is too long.')
  await service.getByRole('button', { name: 'Comment' }).click()
  await service.getByText('Comments: 1, 1 open').waitFor()

  const theirs = await at(writer, '/cases/CASE/specification/edit')
  await theirs.locator('#sections-service').fill('Four weeks at most, and sooner in need.')
  await keepsWhatIsTyped(theirs)
  await theirs.getByLabel('What did you change, and why?').fill('Four weeks.')
  await button(theirs, 'Save as version 2').click()
  const comment = theirs.getByRole('article', { name: 'Comment 1' })
  await theirs.getByText('Comments: 1, 1 open').click()
  await comment.getByRole('button', { name: 'Answer or resolve' }).click()
  await comment.getByRole('textbox', { name: 'What was done about it' }).fill('Four in version 2.')
  await comment.getByRole('button', { name: 'Resolve' }).click()
  await comment.getByText('Resolved').waitFor()
  await expectAccessible(theirs)
  await theirs.getByRole('link', { name: 'From version 1' }).click()
  await theirs.getByText('From version 1 to version 2').waitFor()
  expect(await theirs.locator('del').allTextContents()).toEqual(['Removed: Six'])
  expect(await theirs.locator('ins').allTextContents()).toEqual(['Added: Four', 'Added: , and sooner in need'])
  await looksRight(theirs)
}

/** What is typed is in every tab, outlives the tab it was typed in, and what is taken away comes back. */
async function keepsWhatIsTyped(page: Page): Promise<void> {
  const typed = await page.locator('#sections-service').inputValue()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator('#sections-service').waitFor()
  await expect.poll(() => other.locator('#sections-service').inputValue()).toBe(typed)
  await other.locator('#sections-access').fill('Typed in a tab that is closed.')
  await other.close()
  await expect.poll(() => page.locator('#sections-access').inputValue()).toBe('Typed in a tab that is closed.')
  const title = await page.locator('#criteria-0-title').inputValue()
  await button(page, `Remove “${title}”`).click()
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(`“${title}” was removed.`)
  await expectAccessible(page)
  await button(page, 'Undo').click()
  await expect.poll(() => page.locator('#criteria-0-title').inputValue()).toBe(title)
  await page.locator('#sections-access').fill('Six weeks at most.')
}

/** On sample tenders, and keeps the workshop on the record. */
export async function triesTheWeights({ play, at }: AtPages): Promise<void> {
  const { writer } = await panelOf(play)
  const page = await at(writer, '/cases/CASE/specification/workshop')
  await page.getByLabel('Weight of “Value”').fill('18.5')
  await button(page, 'See how they rank').click()
  await page
    .getByText(/must add up to exactly 100. They add up to 101/)
    .first()
    .waitFor()
  await page.getByLabel('Weight of “Value”').fill('17.5')
  await button(page, 'See how they rank').click()
  await page.getByRole('heading', { name: 'What would change first place' }).waitFor()
  await looksRight(page)
  await page.getByLabel('What does the panel conclude from it?').fill('The price share is right.')
  await button(page, 'Keep this workshop on the record').click()
  await page.getByText('The workshop was kept on the record.').waitFor()
  await page.getByRole('heading', { name: /^Workshop 1,/ }).waitFor()
}

/** The chair puts it to the vote, and the panel approves it. */
export async function approvesTheSpecification({ play, at }: AtPages): Promise<void> {
  const { chair, members, writer } = await panelOf(play)
  const page = await at(chair, '/cases/CASE/specification')
  await button(page, 'Put version 2 to the vote').click()
  await page.getByLabel('For', { exact: true }).check()
  await page.getByLabel('Your reasons').fill('It says what we asked for.')
  await button(page, 'Continue').click()
  await button(page, 'Cast your vote').click()
  await page.getByText('You voted').waitFor()
  const other = await at(writer, '/cases/CASE/specification')
  await other.getByLabel('Your reasons').fill('Typed, and never sent.')
  for (const member of members.filter((member) => member !== chair))
    await play.command(member, 'vote-on-specification', { round: 1, option: 'for', reasons: 'Yes.' })
  await play.settled()
  await page.getByText('The panel approved version 2.').waitFor()
  expect(await page.getByText('What you typed was not sent').count()).toBe(0)
  // Whose form has closed under their hands reads what they typed.
  await other.getByText('What you typed was not sent').waitFor()
  await other.getByText('Typed, and never sent.').waitFor()
  await looksRight(other)
  await button(other, 'I have read it').click()
}

/** The approver hears of all that is missing at once, and agrees with reasons. */
export async function agreesToTheBusinessCase({ play, at }: AtPages): Promise<void> {
  const approver = await at(play.approver.personId, '/cases/CASE')
  await approver.getByRole('link', { name: 'The business case' }).first().click()
  await button(approver, 'Continue').click()
  expect(await faults(approver).count()).toBe(2)
  await expectAccessible(approver)
  await approver.getByLabel('Agree to the business case').check()
  await approver.getByLabel('Your reasons').fill('It can be afforded, and patients want it.')
  await button(approver, 'Continue').click()
  await looksRight(approver)
  await button(approver, 'Agree to the business case').click()
  await approver.getByText(/^The approver agreed to it on /).waitFor()
  await looksRight(approver)
}
