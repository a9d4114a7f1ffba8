import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Organisation, Person, Practice } from '../../domain/locality/locality.ts'
import { first, Play } from '../../local/demo/play.ts'
import { loadProduct } from '../../local/product.ts'
import { ownLocality } from '../journeys/lived.ts'
import { expectAccessible } from './browser.ts'
import { portalInBrowser } from './portal-in-browser.ts'

/** The register of interests: a person declares on one page, the programme manager keeps the whole on another. */

/** What `npm run register` does with a file that says only this of people. */
let load: (people: Person[]) => Promise<void> = async () => {}
const { locality } = await ownLocality(async () => {
  const product = await loadProduct()
  return {
    ...product,
    putLocality: (deps, whole) => {
      load = (people) => product.putLocality(deps, { people, practices: [], organisations: [] })
      return product.putLocality(deps, whole)
    },
  }
})
const { signedIn } = await portalInBrowser(locality)
const play = await Play.at(locality.url, () => {})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('the register of interests, in a browser', () => {
  test('a person names an interest, says when it ended, and declares', async () => {
    const { page, troubles } = await signedIn('Philippa Conyngwood', '/interests')
    await press(page, 'Add')
    const faults = page.getByRole('alert').getByRole('link')
    expect(await faults.allInnerTexts()).toEqual([
      'Choose an organisation, or “Another organisation”',
      'Choose your tie to it',
    ])
    await faults.last().click()
    expect(
      await page.getByLabel('What is your tie to it?').evaluate((one) => one === one.ownerDocument.activeElement),
    ).toBe(true)
    await expectAccessible(page)
    await page.getByLabel('Organisation', { exact: true }).selectOption('Another organisation')
    await page.getByLabel('Its name').fill('Wayside Well-being Coop')
    await page.getByRole('button', { name: /^It is Wayside/ }).click()
    await page.getByLabel('What is your tie to it?').selectOption('gift')
    await page.getByLabel('Details, in a few words').fill('Was its guest at a dinner.')
    for (const [part, value] of [
      ['Day', '27'],
      ['Month', '3'],
      ['Year', '2025'],
    ] as const)
      await page.getByRole('group', { name: 'When did it end?' }).first().getByLabel(part).fill(value)
    await press(page, 'Add')
    await page.getByRole('status').getByText('ended on Thu 27 March 2025').waitFor()
    await press(page, 'Declare these interests')
    await page.getByRole('heading', { name: 'Your interests are declared. Thank you.' }).waitFor()
    await page.getByText('Your declaration is valid until the').waitFor()
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('the programme manager records an interest of somebody, strikes it out, and both stand in the history', async () => {
    const { page, troubles } = await signedIn('Miriam Holtenby', '/register')
    await page.getByRole('heading', { name: 'Names not in the register' }).waitFor()
    await page.getByText(/“Wayside Well-being Coop”. It may be/).waitFor()
    await press(page, 'Record it')
    const faults = page.getByRole('alert').getByRole('link')
    expect(await faults.allInnerTexts()).toEqual([
      'Choose whose interest it is',
      'Choose an organisation, or “Another organisation”',
      'Choose your tie to it',
      'Enter the source',
    ])
    await page.getByLabel('Whose interest is it?').selectOption('Philippa Conyngwood')
    await page.getByLabel('Organisation', { exact: true }).selectOption({ index: 1 })
    await page.getByLabel('What is their tie to it?').selectOption('director')
    await page.getByLabel('What is the source?').fill('Companies House, 3 March 2026')
    await press(page, 'Record it')
    await page.getByRole('heading', { name: /The interest is recorded/ }).waitFor()
    await page.getByText(/^Philippa Conyngwood: .*not declared by them$/).click()
    await press(page, 'Strike it out')
    await page.getByRole('link', { name: 'Enter the reason why it is wrong' }).waitFor()
    await page.getByLabel('Why is it wrong?').fill('It is another person of that name.')
    await press(page, 'Strike it out')
    await page.getByRole('heading', { name: /The interest is struck out/ }).waitFor()
    await page.getByText(/An interest was struck out \(.+\): It is another person of that name\./).waitFor()
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('the programme manager records an organisation that owns one and is owned by it; the history says what changed', async () => {
    const { page, troubles } = await signedIn('Miriam Holtenby', '/register')
    await page.getByRole('link', { name: 'Add an organisation' }).click()
    await press(page, 'Add a share')
    await press(page, 'Record the organisation')
    const faults = page.getByRole('alert').getByRole('link')
    expect(await faults.allInnerTexts()).toEqual([
      'Enter what it is called',
      'Choose the organisation it owns part of',
      'Enter a share from 0.01 to 100 per cent, such as 12.5',
      'Enter the reason',
    ])
    await expectAccessible(page)
    // A name that is like one in the register is suggested, and chosen or not by a person.
    await page.getByLabel('What is it called now?').fill('Wayside Holdings')
    await page.getByLabel('Other names it uses').fill('Wayside Group\nThe Wayside')
    await page.getByLabel('Of which organisation?').selectOption({ index: 1 })
    const owned = await page.getByLabel('Of which organisation?').locator('option:checked').innerText()
    await page.getByLabel('What percentage of it?').fill('0,5')
    await page.getByLabel('Why are you changing this').fill('Companies House, 3 March 2026')
    await press(page, 'Record the organisation')
    await page.getByRole('heading', { name: /^Wayside Holdings is recorded/ }).waitFor()

    await page.getByRole('link', { name: owned, exact: true }).click()
    await page.getByText('Owned by').filter({ hasText: 'Wayside Holdings (0.5%)' }).waitFor()
    await press(page, 'Add a share')
    await page.getByLabel('Of which organisation?').last().selectOption('Wayside Holdings')
    await page.getByText(/It owns part of Wayside Holdings and is in turn owned by it/).waitFor()
    await page.getByLabel('What percentage of it?').last().fill('10')
    await page.getByLabel('Why are you changing this').fill('Companies House, 4 March 2026')
    // Meanwhile the deputy enters another name: nothing of either is lost.
    await enterAnAlias(owned, 'Known To The Deputy')
    await press(page, 'Record the organisation')
    await page.getByRole('alert').getByText('has changed what the register says about').waitFor()
    await page.getByText('Other names: ').filter({ hasText: 'Known To The Deputy' }).waitFor()
    await press(page, 'Record the organisation')
    await page.getByRole('link', { name: 'Look at what has changed in the register first' }).waitFor()
    await expectAccessible(page)
    await press(page, 'Take this over, and keep my changes')
    expect(await page.getByLabel('Other names it uses').inputValue()).toContain('Known To The Deputy')
    await press(page, 'Record the organisation')
    await page.getByRole('heading', { name: /is recorded/ }).waitFor()
    await page.getByRole('link', { name: owned, exact: true }).click()
    await page.getByText(`${owned} was recorded (what it owns): Companies House, 4 March 2026`).waitFor()
    await expectAccessible(page)
    // A refused command is a trouble of the network alone.
    expect(troubles.filter((one) => !one.includes('412'))).toEqual([])
  })

  test('the programme manager strikes out a relative whom somebody named by mistake and left out since', async () => {
    const [named, other] = play.having('practice')
    const relations = [{ personId: other?.id ?? '', kind: 'family' as const }]
    for (const declaration of [{ kind: 'interests', interests: [], relations }, { kind: 'nothing to declare' }])
      await play.as(named?.id ?? '').post('/api/register/declare-interests', { declaration })
    const { page: own } = await signedIn(named?.name ?? '', '/interests')
    await own.getByText('People you named once, and have left out since').waitFor()
    const { page, troubles } = await signedIn('Miriam Holtenby', '/register')
    await page.getByText(new RegExp(`^${named?.name}: .*not declared by them$`)).click()
    const entry = page.getByText(`Named as close once: ${other?.name}: family.`).locator('..')
    await entry.getByLabel('Why is it wrong?').fill('They chose the line below.')
    await entry.getByRole('button', { name: 'Strike it out', exact: true }).click()
    await page.getByRole('heading', { name: /The relation is struck out/ }).waitFor()
    await page.getByText('Somebody named as family was struck out: They chose the line below.').waitFor()
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('who is moved to another practice reads that the one before still counts; the history says so, and a mistake is struck out', async () => {
    const ofPractices = locality.people.filter(({ practiceId }) => practiceId !== undefined)
    const [staying, moving] = [first(ofPractices), first(ofPractices.toReversed())]
    await load([{ ...moving, practiceId: staying.practiceId }])
    const { practices } = await play.as(moving.id).get<{ practices: Practice[] }>('/api/registers')
    const [from, to] = [moving, staying].map((one) => practices.find(({ id }) => id === one.practiceId)?.name)
    const { page: own } = await signedIn(moving.name, '/interests')
    await own.getByText('Where you belonged before').waitFor()
    await own
      .getByRole('listitem')
      .filter({ hasText: `${from}, until` })
      .waitFor()
    await expectAccessible(own)
    const { page, troubles } = await signedIn('Miriam Holtenby', '/register')
    await page.getByText(`The register of people says where they belong: now to ${to}, no longer to ${from}.`).waitFor()
    await page.getByText(new RegExp(`^${moving.name}: `)).click()
    const entry = page.getByText(`Belonged by the register of people to ${from}, until`).locator('..')
    await entry.getByLabel('Why is it wrong?').fill('They were never there.')
    await expectAccessible(page)
    await entry.getByRole('button', { name: 'Strike it out', exact: true }).click()
    await page.getByText(`An interest was struck out (was employed by ${from} until`).waitFor()
    expect(troubles).toEqual([])
  })
})

/** The deputy's change, over what the register says at that moment. */
async function enterAnAlias(name: string, alias: string): Promise<void> {
  const deputy = play.as(play.having('deputy-programme-manager')[0]?.id ?? '')
  const { organisations } = await deputy.get<{ organisations: (Organisation & { version: string })[] }>('/api/register')
  const { version: over, ...organisation } = first(organisations.filter((one) => one.name === name))
  const aliases = [...organisation.aliases, alias]
  await deputy.post('/api/register/record-organisation', {
    organisation: { ...organisation, aliases },
    ...{ over, reason: 'A letter.' },
  })
}
