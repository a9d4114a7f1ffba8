import { describe, expect, test } from 'vitest'
import { caseEntering } from '../journeys/lived.ts'
import {
  agreesToTheBusinessCase,
  appraisesTheProposal,
  approvesTheSpecification,
  commentsAndAnswers,
  marksAPaperForObservers,
  triesTheWeights,
  writesAVersion,
} from '../journeys/steps/specification.ts'
import { tabsOf } from '../journeys/steps/tabs.ts'
import { portalInBrowser } from './portal-in-browser.ts'

/** From the appraisal to the business case, on the pages that the panel and the approver use. */

const { locality, play } = await caseEntering('specification')
const tabs = tabsOf({ play, portal: await portalInBrowser(locality) })

describe('a specification, in a browser', () => {
  test('a member leads the panel through the checklist, from the case’s own page, and votes', () =>
    appraisesTheProposal(tabs))
  test('the programme manager lets observers read what the panel found, and takes it back', () =>
    marksAPaperForObservers(tabs))
  test('writes a version from the template, and hears all that it lacks at once', () => writesAVersion(tabs))
  test('comments, answers with a new version, and shows the words that differ', () => commentsAndAnswers(tabs))
  test('tries the weights on sample tenders, and keeps the workshop on the record', () => triesTheWeights(tabs))
  test('is put to the vote by the chair and approved by vote', () => approvesTheSpecification(tabs))
  test('goes to the approver, who hears of all that is missing at once, and agrees', async () => {
    await agreesToTheBusinessCase(tabs)
    expect((await play.settled()).life.stage).toBe('tender')
  })

  test('has no errors on any page that was opened', () => {
    expect(tabs.troubles()).toEqual([])
  })
})
