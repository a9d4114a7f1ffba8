import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ruleOnFlagged } from '../../../local/demo/evaluation.ts'
import { flaggedIn } from '../../../local/demo/flagged.ts'
import { contribute, justAfter, reveal, whoActs } from '../../../local/demo/panel-formation.ts'
import { first } from '../../../local/demo/play.ts'
import { expectAccessible } from '../../web/browser.ts'
import { atHome, button, heading, link, tabTo, task } from '../at-the-page.ts'
import { firstOf, type Journey, nameOf } from './journey.ts'

const nominee = 'Dr Saffia Romwell'

/** A practice checks a person first, and nominates them, on a narrow screen. */
export async function nominatesSomebody({ play, portal, title }: Journey): Promise<void> {
  await play.settled()
  const { page, troubles } = await atHome(portal, 'Leonie Marchbrook')
  await page.setViewportSize({ width: 320, height: 700 })
  await task(page, 'Nominate', title).click()
  await link(page, 'Check a person’s conflicts of interest first').click()
  // A director of the practices’ own provider organisation, and a person without a tie.
  for (const person of ['Dr Idris Calloweth', nominee]) {
    await page.getByLabel('Person from your practice').selectOption({ label: person })
    await button(page, 'Check').click()
    await page.getByText('Checked against the register').waitFor()
  }
  await expectAccessible(page)
  await page.goBack()
  await button(page, 'Nominate').click()
  await page.getByRole('alert').getByText('Choose at least one person').waitFor()
  await expectAccessible(page)
  await page.getByLabel(nominee).check()
  await button(page, 'Nominate').click()
  await page.getByText('The nomination was made.').waitFor()
  expect(troubles).toEqual([])
}

/**
 * The nominee signs in, declares their interests and accepts, by keyboard alone: they add one with a date that there is not, correct
 * it, and take it away again. After each press the focus is somewhere on the page.
 */
export async function acceptsTheNomination({ portal, title }: Journey): Promise<void> {
  const { page, troubles } = await portal.visit()
  await page.goto('/')
  const go = async (control: Locator) => {
    await tabTo(page, control)
    await page.keyboard.press('Enter')
  }
  const press = async (control: Locator) => {
    await go(control)
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).not.toBe('BODY')
  }
  await go(button(page, 'Sign in').last())
  await go(button(page, nominee))
  await heading(page, 'Waiting for you').waitFor()
  await press(task(page, 'accept or decline', title))
  await heading(page, 'You have been nominated').waitFor()
  await expectAccessible(page)
  await press(link(page, /Declare your interests first|Check or change your interests/))
  await declaresByKeyboard(page, press)
  await page.getByText('Your interests are declared.').waitFor()
  await expectAccessible(page)
  await press(link(page, 'Back to your nomination'))
  await press(button(page, 'Accept the nomination'))
  await page.getByText('You will hear whether you were drawn.').first().waitFor()
  expect(troubles).toEqual([])
}

async function declaresByKeyboard(page: Page, press: (control: Locator) => Promise<void>): Promise<void> {
  const add = button(page, /^Add$/)
  await press(add)
  await press(page.getByRole('alert').getByRole('link').first())
  expect(await page.evaluate('document.activeElement.id')).toBe('organisation')
  await page.keyboard.type('Northmere')
  await tabTo(page, page.getByLabel('What is your tie to it?'))
  await page.keyboard.type('I am paid')
  await tabTo(page, page.locator('#ended-day'))
  for (const part of ['31', '2', '2020']) {
    await page.keyboard.type(part)
    await page.keyboard.press('Tab')
  }
  await press(add)
  await page.getByRole('alert').getByRole('link', { name: 'Enter a real date' }).waitFor()
  await expectAccessible(page)
  await press(page.getByRole('alert').getByRole('link'))
  await tabTo(page, page.locator('#ended-day'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('28')
  await press(add)
  await page.getByText('It is not declared yet.').waitFor()
  await press(button(page, /^Remove/))
  await page.getByText('Removed from your list').waitFor()
  await expectAccessible(page)
  await press(button(page, 'I have nothing to declare'))
}

/**
 * The programme manager rules on a flagged interest, with reasons. While they write, the register comes to know more of the
 * person: they are told, and rule once they have read it.
 */
export async function rulesOnAFlag({ play, portal, title }: Journey): Promise<void> {
  const { page, troubles } = await atHome(portal, firstOf(play, 'programme-manager'))
  await task(page, 'Rule on the flagged interests', title).click()
  const { person = '' } = (await flaggedIn(play))[0] ?? {}
  const flagged = page.getByRole('region', { name: `${nameOf(play, person)}: Waiting for a ruling` })
  await flagged.getByText('Rule on this interest').click()
  await flagged.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Enter the reasons for your ruling' }).waitFor()
  await expectAccessible(page)
  await flagged
    .getByLabel('Your ruling')
    .selectOption({ label: 'Managed: they take part, with steps so that the interest does not matter' })
  await flagged.getByLabel('Reasons').fill('Everybody knows of it, and nothing hangs on it.')
  const mitigation = 'Leaves the room when the proposer is spoken of.'
  await flagged.getByLabel('How will it be managed?').fill(mitigation)
  const interest = { organisationId: 'valehead-federation', kind: 'director', source: 'Companies House' }
  // Whoever enters it does not rule on it.
  await play
    .as(first(play.having('deputy-programme-manager')).id)
    .post('/api/register/record-interest', { person, interest })
  await play.settled()
  await flagged.getByRole('button', { name: 'Continue', exact: true }).click()
  await heading(page, /^Check your ruling/).waitFor()
  await expectAccessible(page)
  await flagged.getByRole('button', { name: 'Record the ruling', exact: true }).click()
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^New: The register suggests/ })
    .first()
    .waitFor()
  await flagged.getByText('This is new.').first().waitFor()
  await expectAccessible(page)
  await flagged.getByRole('button', { name: 'Continue', exact: true }).click()
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Read what has changed/ })
    .waitFor()
  await flagged.getByRole('button', { name: 'I have read it' }).click()
  expect(await flagged.getByLabel('How will it be managed?').inputValue()).toBe(mitigation)
  await flagged.getByRole('button', { name: 'Continue', exact: true }).click()
  await flagged.getByRole('button', { name: 'Record the ruling', exact: true }).click()
  // A director of the practices' own provider is barred: that cannot be managed, only be untrue.
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^If this interest is true, it bars/ })
    .waitFor()
  await expectAccessible(page)
  await flagged
    .getByLabel('Your ruling')
    .selectOption({ label: 'Cleared: a false positive, which is not raised again' })
  await flagged.getByLabel('Reasons').fill('Companies House has another person of that name.')
  await flagged.getByRole('button', { name: 'Continue', exact: true }).click()
  await flagged.getByRole('button', { name: 'Record the ruling', exact: true }).click()
  await page.getByText('Your ruling is on the record.').waitFor()
  const { people } = await play.manager.get<{ people: { person: string; recorded: { entry: string }[] }[] }>(
    '/api/register',
  )
  const [entry] = people.find((one) => one.person === person)?.recorded ?? []
  const struck = { person, entry: entry?.entry, reason: 'Another of that name.' }
  await play.manager.post('/api/register/strike-interest', struck)
  // A refused command is a trouble of the network alone.
  expect(troubles.filter((one) => !one.includes('412'))).toEqual([])
}

/** A practice contributes a random number and reveals it; a member accepts their seat, checks the draw, and votes for a chair. */
export async function drawsThePanel({ play, portal, title }: Journey): Promise<void> {
  await ruleOnFlagged(play)
  const { wait } = await play.settled()
  expect(wait?.name).toBe('contributions')
  const acting = await whoActs(play)
  const [own = '', other = ''] = (wait?.waitsFor ?? []).map(({ id = '' }) => id).filter((id) => acting.has(id))
  const { page, troubles } = await atHome(portal, nameOf(play, acting.get(own)))
  await task(page, 'Contribute a random number', title).click()
  await button(page, 'Make and contribute a number').click()
  await page.getByText('Keep this number until you are asked to reveal it').waitFor()
  await expectAccessible(page)
  await contribute(play, [{ id: other }], 1)
  const { wait: drawn } = await play.settled()
  await play.moveTo(justAfter(drawn?.dueAt ?? ''))
  await link(page, 'Home').click()
  await task(page, 'Reveal the', title).click()
  await expectAccessible(page)
  await button(page, 'Reveal it').click()
  await page.getByText('Reveal your practice’s number').waitFor({ state: 'detached' })
  await reveal(play, [{ id: other }])
  expect(troubles).toEqual([])

  const { wait: invited } = await play.settled()
  expect(invited?.name).toBe('invitations')
  const [first = '', ...others] = (invited?.waitsFor ?? []).map(({ id = '' }) => id)
  const member = await atHome(portal, nameOf(play, first))
  await task(member.page, 'seat', title).click()
  await heading(member.page, 'Your chance').waitFor()
  await expectAccessible(member.page)
  await button(member.page, 'Accept the seat').click()
  await member.page.getByText('You accepted your seat on the panel.').waitFor()
  await link(member.page, 'How the panel is drawn (public page)').click()
  await button(member.page, 'Check the draw').click()
  await member.page.getByText('The draw is correct').waitFor()
  await expectAccessible(member.page)
  for (const person of others) await play.command(person, 'accept-seat')
  await play.settled()
  await link(member.page, 'Home').click()
  await task(member.page, 'Choose its chair', title).click()
  await member.page.getByRole('radio').first().check()
  await expectAccessible(member.page)
  await button(member.page, 'Vote').click()
  await member.page.getByText('Your vote was recorded.').waitFor()
  expect(member.troubles).toEqual([])
}
