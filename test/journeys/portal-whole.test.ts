import { expect, test } from 'vitest'
import { readyToReadTenders } from '../../local/demo/evaluation.ts'
import { playNomination } from '../../local/demo/nomination.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { Play } from '../../local/demo/play.ts'
import { expectAccessible } from '../web/browser.ts'
import { portalInBrowser } from '../web/portal-in-browser.ts'
import { ownLocality } from './lived.ts'
import { isAwarded, objectsAndIsAnswered, votesAndConfirms } from './steps/decision.ts'
import { declaresAboutTheBidders, explainsItsPrice, moderatesTheScores, scoresByKeyboard } from './steps/evaluation.ts'
import { plansTheModeration } from './steps/meetings.ts'
import { acceptsTheNomination, drawsThePanel, nominatesSomebody, rulesOnAFlag } from './steps/panel.ts'
import { acceptsTheProposal, correctsTheProposal, submitsTheProposal, writesTheProposal } from './steps/proposal.ts'
import {
  agreesToTheBusinessCase,
  appraisesTheProposal,
  approvesTheSpecification,
  commentsAndAnswers,
  triesTheWeights,
  writesAVersion,
} from './steps/specification.ts'
import { tabsOf } from './steps/tabs.ts'
import { asksAndIsAnswered, biddersOf, tendersUnderSeal } from './steps/tender.ts'

/**
 * One case from a practice’s first sign-in to the award, each kind of person through the pages alone; what the second practice,
 * the third member and the other bidders do alike goes over HTTP. It takes minutes: `npm run test:long`. Its parts are each in
 * `npm test`, from where a case that was lived before stands.
 */
const theLongWay = process.env['LONG'] ? test : test.skip

theLongWay(
  'a proposal becomes a contract, through the pages alone',
  async () => {
    const { locality } = await ownLocality()
    const play = await Play.at(locality.url, () => {})
    const portal = await portalInBrowser(locality)
    const journey = { play, portal, title: 'Foot care in every practice' }
    const stage = async () => (await play.settled()).life.stage

    await writesTheProposal(journey)
    await submitsTheProposal(journey)
    await correctsTheProposal(journey)
    await acceptsTheProposal(journey)
    await nominatesSomebody(journey)
    await acceptsTheNomination(journey)
    await playNomination(play)
    await rulesOnAFlag(journey)
    await drawsThePanel(journey)
    const { choiceOfChair } = await seenPanel(play)
    const [candidate] = choiceOfChair.candidates ?? []
    const { wait } = await play.settled()
    for (const { id = '' } of wait?.waitsFor ?? [])
      await play.command(id, 'vote-for-chair', { candidate, round: choiceOfChair.round })
    expect(await stage()).toBe('specification')

    const tabs = tabsOf({ play, portal })
    await appraisesTheProposal(tabs)
    await writesAVersion(tabs)
    await commentsAndAnswers(tabs)
    await triesTheWeights(tabs)
    await approvesTheSpecification(tabs)
    await agreesToTheBusinessCase(tabs)
    expect(await stage()).toBe('tender')
    await asksAndIsAnswered(journey)
    await tendersUnderSeal(journey)

    // Whoever of those drawn has a tie to a bidder is out now that the tenders are open, the chair too.
    const scorer = (await seenPanel(play)).members[0] ?? ''
    const desk = await tabs.at(scorer, '/cases/CASE/scoring')
    await declaresAboutTheBidders(desk)
    await readyToReadTenders(play)
    const { chair = '', members } = await seenPanel(play)
    const { criteria, tenders } = await play.as(scorer).get<{
      criteria: { id: string }[]
      tenders: { organisationId: string }[]
    }>(`/api/cases/${play.caseId}/scoring`)
    await desk.getByRole('link', { name: 'Read and score the tenders' }).click()
    for (const [place] of tenders.entries()) {
      if (place > 0) await desk.keyboard.press('Alt+Shift+ArrowDown')
      await desk.locator('textarea[id^=rationale-]').last().waitFor()
      await scoresByKeyboard(desk, criteria, `${place + 1} of ${tenders.length} tenders submitted`)
    }
    const others = members.filter((member) => member !== scorer)
    for (const [place, member] of others.entries())
      for (const [index, { organisationId }] of tenders.entries()) {
        // On two criteria of the second tender they are far apart.
        const score = (number: number) => (index === 1 && number < 2 ? (place < 3 ? 1 : 5) : 3 + ((index + number) % 2))
        const scores = criteria.map(({ id }, number) => [id, { score: score(number), rationale: 'As it says.' }])
        await play.command(member, 'submit-scores', { organisationId, scores: Object.fromEntries(scores) })
      }
    expect((await play.settled()).wait?.name).toBe('moderation')
    await plansTheModeration(play, chair)
    await moderatesTheScores(await tabs.at(chair, '/cases/CASE/moderation'), play)
    expect((await play.settled()).wait?.name).toBe('price explanation')
    await explainsItsPrice(journey, biddersOf(play)[0]?.name ?? '', chair)
    expect(await stage()).toBe('decision')
    const ranking = await tabs.at(chair, '/cases/CASE/ranking')
    await ranking.getByRole('heading', { name: 'How robust the ranking is' }).waitFor()
    await expectAccessible(ranking)

    await votesAndConfirms(journey)
    await objectsAndIsAnswered(journey)
    await isAwarded(journey)
    expect(tabs.troubles()).toEqual([])
  },
  1_800_000,
)
