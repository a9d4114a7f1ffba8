import { expect } from 'vitest'
import { declare, seenRanking } from '../../../local/demo/evaluation.ts'
import { seenPanel } from '../../../local/demo/panel-formation.ts'
import { expectAccessible } from '../../web/browser.ts'
import { atHome, button, heading, link, task } from '../at-the-page.ts'
import { firstOf, type Journey, nameOf } from './journey.ts'

/**
 * Once the tenders are ranked a member turns out to be a director of a bidder. Without that member another tender comes first: the panel can
 * award to that one alone, the approver confirms, and who had been first reads why it is not any more.
 */
export async function isDecidedWithout(leaving: string, { play, portal, title }: Journey): Promise<void> {
  const { members } = await seenPanel(play)
  const [before, , last] = (await seenRanking(play)).ranking
  const interests = [{ organisationId: last?.organisationId, kind: 'director', detail: '' }]
  await play.as(leaving).post('/api/register/declare-interests', { declaration: { kind: 'interests', interests } })
  await expect
    .poll(async () => (await play.settled()).wait?.waitsFor.length, { timeout: 60_000 })
    .toBe(members.length - 1)
  const [voter = '', ...others] = members.filter((member) => member !== leaving)

  const member = await atHome(portal, nameOf(play, voter))
  await task(member.page, 'Vote on the outcome', title).click()
  await member.page.getByText('A member was excluded for a conflict of interest').first().waitFor()
  await member.page.getByLabel('Award to the tender that comes first').check()
  await member.page.getByLabel('Why?').fill('It is first by the scores of those who have no interest.')
  await button(member.page, 'Continue').click()
  await button(member.page, 'Cast your vote').click()
  await member.page.getByText('You voted: Award to the tender that comes first:').waitFor()
  await expectAccessible(member.page)
  await member.page.goto(`/cases/${play.caseId}/ranking`)
  await heading(member.page, 'A member had to leave after the tenders were ranked').waitFor()
  await member.page.getByText('Without them, another tender comes first, or none does.').waitFor()
  await expectAccessible(member.page)
  expect(member.troubles).toEqual([])
  for (const person of others)
    await play.command(person, 'vote-on-award', { round: 1, option: 'award', reasons: 'It is first without them.' })
  await play.settled()

  await declare(play, play.approver.personId)
  const approver = await atHome(portal, firstOf(play, 'approver'))
  await task(approver.page, 'Confirm the outcome', title).click()
  await approver.page.getByLabel('Confirm what the panel decided').check()
  await approver.page.getByLabel('Your reasons').fill('Nothing of it rests on the excluded member.')
  await button(approver.page, 'Continue').click()
  await button(approver.page, 'Confirm what the panel decided').click()
  await approver.page.getByText('You confirmed what the panel decided.').waitFor()
  await approver.page.goto(`/cases/${play.caseId}/ranking`)
  await heading(approver.page, 'A member had to leave after the tenders were ranked').waitFor()
  expect(approver.troubles).toEqual([])
  await play.settled()

  const [after] = (await seenRanking(play)).ranking
  expect(after?.organisationId).not.toBe(before?.organisationId)
  const wasFirst = play.having('provider').find(({ organisationId }) => organisationId === before?.organisationId)
  const provider = await atHome(portal, wasFirst?.name ?? '')
  await link(provider.page, 'Read the outcome and your letter').first().click()
  await provider.page.getByText('The decision rests on the result without their scores').waitFor()
  await provider.page.getByText(/^In the ranking as it was first made, your tender had .* place 1; /).waitFor()
  await expectAccessible(provider.page)
  expect(provider.troubles).toEqual([])
}
