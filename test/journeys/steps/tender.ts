import { expect } from 'vitest'
import { justAfter } from '../../../local/demo/panel-formation.ts'
import type { Play } from '../../../local/demo/play.ts'
import { sealedTender } from '../../../local/demo/sealed-tender.ts'
import { expectAccessible } from '../../web/browser.ts'
import { atHome, button, heading, link, task } from '../at-the-page.ts'
import { firstOf, type Journey } from './journey.ts'

/** One person of each provider. */
export const biddersOf = (play: Play) => [
  ...new Map(play.having('provider').map((person) => [person.organisationId ?? '', person])).values(),
]

/** A provider finds the open tender and asks; the programme manager answers everybody; the provider reads it. */
export async function asksAndIsAnswered({ play, portal, title }: Journey): Promise<void> {
  const [bidder] = biddersOf(play)
  const provider = await atHome(portal, bidder?.name ?? '')
  await link(provider.page, 'Open tenders').click()
  await link(provider.page, title).click()
  await link(provider.page, /^Ask a question/).click()
  await button(provider.page, 'Send the question').click()
  await provider.page.getByRole('alert').getByRole('link', { name: 'Write your question' }).waitFor()
  await expectAccessible(provider.page)
  await provider.page.getByLabel('Your question').fill('Is there parking at the practices?')
  await button(provider.page, 'Send the question').click()
  await provider.page.getByText('Your question was sent.').waitFor()
  await play.settled()

  const manager = await atHome(portal, firstOf(play, 'programme-manager'))
  await task(manager.page, 'Answer the providers’ questions', title).click()
  await heading(manager.page, 'Questions from providers').waitFor()
  await button(manager.page, 'Publish the question and answer to everybody').click()
  await manager.page.getByRole('alert').getByRole('link', { name: 'Write the answer' }).waitFor()
  await expectAccessible(manager.page)
  await manager.page.getByLabel('Answer', { exact: true }).fill('At all but two, which are by the station.')
  await button(manager.page, 'Publish the question and answer to everybody').click()
  await manager.page.getByText('Answered', { exact: true }).waitFor()
  await expectAccessible(manager.page)

  await provider.page.reload()
  await provider.page.getByText('At all but two, which are by the station.').waitFor()
  await expectAccessible(provider.page)
  expect([...provider.troubles, ...manager.troubles]).toEqual([])
}

/** The provider tenders under seal and has its receipt; two others do the same over HTTP, for twice its price; the deadline passes. */
export async function tendersUnderSeal({ play, portal, title }: Journey): Promise<void> {
  const [bidder, ...others] = biddersOf(play)
  const { page, troubles } = await atHome(portal, bidder?.name ?? '')
  await link(page, 'Open tenders').click()
  await link(page, title).click()
  await link(page, 'Write your tender').click()
  await button(page, 'Check before you submit').waitFor()
  for (const label of await page.getByLabel(/^Answer “/).all())
    await label.fill('Two nurses, in every practice by turns.')
  await page.getByLabel('Price of the whole contract').fill('210,000')
  await page
    .getByLabel('Documents for the quality envelope')
    .setInputFiles([{ name: 'Model.txt', mimeType: 'text/plain', buffer: Buffer.from('By turns.') }])
  await page.getByText('Sealed and uploaded').waitFor()
  await expectAccessible(page)
  await button(page, 'Check before you submit').click()
  await button(page, 'Seal and submit').click()
  await heading(page, 'Receipt of your tender').waitFor()
  await expectAccessible(page)
  await link(page, 'Home').click()
  await heading(page, 'Your organisation’s tenders').waitFor()
  expect(troubles).toEqual([])

  for (const [place, other] of others.slice(0, 2).entries())
    await tenderOverHttp(play, other, 41_000_000 + place * 2_000_000)
  const { wait } = await play.settled()
  await play.moveTo(justAfter(wait?.dueAt ?? ''))
  expect((await play.settled()).life.stage).toBe('evaluation')
}

interface Notice {
  round: number
  publicKeys: { quality: string; price: string }
  criteria: { id: string }[]
}

async function tenderOverHttp(
  play: Play,
  { id, organisationId = '' }: Play['people'][number],
  pence: number,
): Promise<void> {
  const { round, publicKeys, criteria } = await play.auditor.get<Notice>(`/api/public/cases/${play.caseId}/tender`)
  const answers = Object.fromEntries(criteria.map((criterion) => [criterion.id, 'A clinic in each of three towns.']))
  const tender = { caseId: play.caseId, round, organisationId, publicKeys, answers, pence }
  await play.command(id, 'submit-tender', await sealedTender(play.as(id), tender))
}
