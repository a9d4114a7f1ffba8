import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { playNomination } from '../../local/demo/nomination.ts'
import { Play } from '../../local/demo/play.ts'
import { portalInBrowser } from '../web/portal-in-browser.ts'
import { ownLocality } from './lived.ts'
import { challengesAndIsAnswered, isSentBackAndWithdrawn } from './steps/management.ts'
import { acceptsTheNomination, drawsThePanel, nominatesSomebody, rulesOnAFlag } from './steps/panel.ts'
import { acceptsTheProposal, correctsTheProposal, submitsTheProposal, writesTheProposal } from './steps/proposal.ts'

/** People who have never seen the portal do their part through its pages alone: a proposal becomes a case with a panel. */

const { folder, locality } = await ownLocality()
const play = await Play.at(locality.url, () => {})
const portal = await portalInBrowser(locality)
const journey = { play, portal, title: 'Foot care in every practice' }

describe('a practice, through the pages alone', () => {
  test('writes a proposal part by part, is told everything that is missing, and submits it', () =>
    writesTheProposal(journey))
  test('comes back another day, in another browser, to what it wrote; adds who was consulted; submits', () =>
    submitsTheProposal(journey))
  test('whose document that was taken away again is gone, and whose other one is kept', async () => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(({ name }) =>
      name.endsWith('.document'),
    )
    const kept = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))
    expect(kept.some((text) => text.includes('Feet first.'))).toBe(true)
    expect(kept.some((text) => text.includes('Not this one.'))).toBe(false)
  })
  test('corrects what the programme manager returned, and submits it again', () => correctsTheProposal(journey))
})

describe('the panel is formed', () => {
  test('the programme manager accepts the proposal', () => acceptsTheProposal(journey))
  test('a practice challenges how the case is run, and is answered', () => challengesAndIsAnswered(journey))
  test('a practice checks a person first, and nominates them, on a narrow screen', () => nominatesSomebody(journey))
  test('the nominee declares their interests and accepts, by keyboard alone', () => acceptsTheNomination(journey))
  test('the programme manager rules on a flagged interest, with reasons', async () => {
    await playNomination(play)
    await rulesOnAFlag(journey)
  })
  test('a practice contributes a random number and reveals it; a member accepts their seat, checks the draw, and votes', async () => {
    await drawsThePanel(journey)
    const { wait } = await play.see()
    expect(wait?.name).toBe('chair')
  })
  test('the programme manager sends it back to nomination, and withdraws it, each with its reason', () =>
    isSentBackAndWithdrawn(journey))
})
