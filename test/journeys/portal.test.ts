import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ProposalForm } from '../../domain/proposal/proposal.ts'
import { ruleOnFlagged } from '../../local/demo/evaluation.ts'
import { playNomination } from '../../local/demo/nomination.ts'
import { contribute, justAfter, reveal, whoActs } from '../../local/demo/panel-formation.ts'
import { Play } from '../../local/demo/play.ts'
import { expectAccessible, expectToFit } from '../web/browser.ts'
import { portalInBrowser } from '../web/portal-in-browser.ts'
import { atHome, button, heading, link, tabTo, task } from './at-the-page.ts'
import { ownLocality } from './lived.ts'

/** People who have never seen the portal do their part through its pages alone: a proposal becomes a case with a panel. */

const { locality } = await ownLocality()
const play = await Play.at(locality.url, () => {})
const portal = await portalInBrowser(locality)

const signedIn = (name: string) => atHome(portal, name)

const title = 'Foot care in every practice'
const writer = 'Gwenda Parslowe-Hythe'

async function part(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  await link(page, name).click()
  await heading(page, name).waitFor()
  await fill()
  await page.getByText(/^Saved at \d\d:\d\d$/).waitFor()
  await expectAccessible(page)
  await link(page, 'Save and go on').click()
  await link(page, 'Check and submit').waitFor()
}

async function date(page: Page, [day, month, year]: [string, string, string], place = 0): Promise<void> {
  await page.getByLabel('Day').nth(place).fill(day)
  await page.getByLabel('Month').nth(place).fill(month)
  await page.getByLabel('Year').nth(place).fill(year)
}

describe('a practice, through the pages alone', () => {
  test('writes a proposal part by part, is told everything that is missing, and submits it', async () => {
    const { page, troubles } = await signedIn(writer)
    await expectAccessible(page)
    await link(page, 'Proposals').click()
    await page.getByText('You are not writing a proposal at the moment.').waitFor()
    await expectAccessible(page)
    await button(page, 'Begin a proposal').click()
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
    await expectToFit(page, 320)
    await missing.filter({ hasText: 'Enter the one-off cost' }).click()
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('costs-oneOff')
    await page.getByLabel('One-off cost').fill('48,000')
    await page.getByLabel('Cost for a year').fill('415000.50')
    await page.getByLabel('Savings for a year').fill('92000')
    await page.getByLabel('No', { exact: true }).check()
    await page.getByText(/^Saved at \d\d:\d\d$/).waitFor()
    await link(page, 'Save and go on').click()

    await part(page, 'The problem and the objectives', async () => {
      await page.getByLabel('What is the problem?').fill('Feet are seen too late.')
      await page.getByLabel('Objective 1').fill('Every foot at risk is seen within a week.')
      await button(page, 'Add an objective').click()
      await page.getByLabel('Objective 2').fill('One to take away again.')
      await button(page, 'Remove objective 2').click()
    })
    await part(page, 'What will be delivered, and when', async () => {
      await page.getByLabel('What will be there?').fill('A foot clinic in each practice.')
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
      await page.getByLabel('Which clinical-governance standards').fill('The national ones.')
      await page.getByLabel('Where will the service be?').fill('In the practices.')
    })
    expect(troubles).toEqual([])
  })

  test('comes back another day, in another browser, to what it wrote; adds who was consulted; submits', async () => {
    const { page, troubles } = await signedIn(writer)
    await link(page, 'Proposals').click()
    await link(page, title).click()
    await page.getByText('7 of 8 parts are done.').waitFor()
    await part(page, 'Who was consulted', async () => {
      const consulted = async (number: number, kind: string) => {
        const entry = page.getByRole('group', { name: `Consultation ${number}` })
        await entry.getByLabel('Who was asked?').fill('Those of six practices')
        await entry.getByLabel('What kind of people are they?').selectOption({ label: kind })
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
  })

  test('corrects what the programme manager returned, and submits it again', async () => {
    await play.settled()
    await play.command(play.manager.personId, 'return-proposal', {
      reasons: 'Say what it costs to begin.',
    })
    await play.settled()
    const { page, troubles } = await signedIn(writer)
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
  })
})

describe('the panel is formed', () => {
  const nominee = 'Dr Saffia Romwell'

  test('the programme manager accepts the proposal', async () => {
    const { page, troubles } = await signedIn(manager())
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
    await page.getByLabel('This case').check()
    await expectAccessible(page)
    await button(page, 'Continue').click()
    await button(page, 'Accept the proposal').click()
    await page.getByText('The proposal was accepted.').waitFor()
    expect(troubles).toEqual([])
  })

  test('a practice checks a person first, and nominates them, on a narrow screen', async () => {
    await play.settled()
    const { page, troubles } = await signedIn('Leonie Marchbrook')
    await page.setViewportSize({ width: 320, height: 700 })
    await task(page, 'Nominate', title).click()
    await link(page, 'Check a person’s conflicts of interest first').click()
    // A director of the practices’ own provider organisation, and a person without a tie.
    for (const person of ['Dr Idris Calloweth', nominee]) {
      await page.getByLabel('Person of your practice').selectOption({ label: person })
      await button(page, 'Check').click()
      await page.getByText('Checked against version').waitFor()
    }
    await expectAccessible(page)
    await expectToFit(page, 320)
    await page.goBack()
    await button(page, 'Nominate').click()
    await page.getByRole('alert').getByText('Choose at least one person').waitFor()
    await expectAccessible(page)
    await page.getByLabel(nominee).check()
    await expectToFit(page, 320)
    await button(page, 'Nominate').click()
    await page.getByText('The nomination was made.').waitFor()
    expect(troubles).toEqual([])
  })

  test('the nominee declares their interests and accepts, by keyboard alone', async () => {
    const { page, troubles } = await signedIn(nominee)
    const go = async (control: Locator) => {
      await tabTo(page, control)
      await page.keyboard.press('Enter')
    }
    await go(task(page, 'accept or decline', title))
    await heading(page, 'You have been nominated').waitFor()
    await expectAccessible(page)
    await go(link(page, /Declare your interests first|Look at your interests/))
    await go(button(page, /I have nothing to declare|Declare these interests/))
    await page.getByText('Your interests are declared.').waitFor()
    await expectAccessible(page)
    await go(link(page, 'Back to your nomination'))
    await go(button(page, 'Accept the nomination'))
    await page.getByText('You will hear whether you were drawn.').first().waitFor()
    expect(troubles).toEqual([])
  })

  test('the programme manager rules on a flagged interest, with reasons', async () => {
    await playNomination(play)
    const { page, troubles } = await signedIn(manager())
    await task(page, 'Adjudicate the flagged interests', title).click()
    const flagged = page.getByRole('region', { name: /Waits for a ruling/ }).first()
    await flagged.getByText('Rule on this interest').click()
    await flagged.getByRole('button', { name: 'Rule', exact: true }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Enter the reasons for your ruling' }).waitFor()
    await expectAccessible(page)
    await flagged
      .getByLabel('Your ruling')
      .selectOption({ label: 'Managed: they take part, and it is kept from mattering' })
    await flagged.getByLabel('Reasons').fill('Everybody knows of it, and nothing hangs on it.')
    await flagged.getByLabel('How will it be managed?').fill('Leaves the room when the proposer is spoken of.')
    await flagged.getByRole('button', { name: 'Rule', exact: true }).click()
    await page.getByText('Your ruling stands on the record.').waitFor()
    expect(troubles).toEqual([])
  })

  test('a practice contributes a random number and reveals it; a member accepts their seat, checks the draw, and votes', async () => {
    await ruleOnFlagged(play)
    const { wait } = await play.settled()
    expect(wait?.name).toBe('contributions')
    const acting = await whoActs(play)
    const [own = '', other = ''] = (wait?.waitsFor ?? []).map(({ id = '' }) => id).filter((id) => acting.has(id))
    const nameOf = (person: string | undefined) => play.people.find(({ id }) => id === person)?.name ?? ''
    const { page, troubles } = await signedIn(nameOf(acting.get(own)))
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
    await page.getByText('Reveal the number of your practice').waitFor({ state: 'detached' })
    await reveal(play, [{ id: other }])
    expect(troubles).toEqual([])

    const { wait: invited } = await play.settled()
    expect(invited?.name).toBe('invitations')
    const [first = '', ...others] = (invited?.waitsFor ?? []).map(({ id = '' }) => id)
    const member = await signedIn(nameOf(first))
    await task(member.page, 'seat', title).click()
    await heading(member.page, 'Your chance').waitFor()
    await expectAccessible(member.page)
    await button(member.page, 'Accept the seat').click()
    await member.page.getByText('You accepted your seat on the panel.').waitFor()
    await link(member.page, 'How the panel is drawn, as everybody sees it').click()
    await button(member.page, 'Check the draw').click()
    await member.page.getByText('The draw is what it says').waitFor()
    await expectAccessible(member.page)
    for (const person of others) await play.command(person, 'accept-seat')
    await play.settled()
    await link(member.page, 'Home').click()
    await task(member.page, 'Choose its chair', title).click()
    await member.page.getByRole('radio').first().check()
    await expectAccessible(member.page)
    await button(member.page, 'Vote').click()
    await member.page.getByText('Your vote was counted.').waitFor()
    expect(member.troubles).toEqual([])
  }, 180_000)
})

const manager = () => play.having('programme-manager')[0]?.name ?? ''
