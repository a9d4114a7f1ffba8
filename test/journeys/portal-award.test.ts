import { test } from 'vitest'
import { portalInBrowser } from '../web/portal-in-browser.ts'
import { caseEntering } from './lived.ts'
import { isAwarded, keepsACalendar, managesTheCase, objectsAndIsAnswered, votesAndConfirms } from './steps/decision.ts'
import { goesLive, reportsTheMonth } from './steps/management.ts'
import { plansAMeeting } from './steps/meetings.ts'

/** From the ranking to the award, the public record and the auditor, each through the pages alone; others do alike over HTTP. */

const { locality, play } = await caseEntering('decision')
const portal = await portalInBrowser(locality)
const journey = { play, portal, title: play.topic.title }

test('the programme manager finds the case on the board, reminds, extends, pauses and resumes, each with its reason', () =>
  managesTheCase(journey))
test('the programme manager plans a meeting and moves it; the members are told', () => plansAMeeting(journey))
test('somebody puts what waits for them into their calendar, and ends it', () => keepsACalendar(journey))
test('a member votes, on a narrow screen; the approver confirms', () => votesAndConfirms(journey))
test('a provider reads its letter and objects; the chair answers', () => objectsAndIsAnswered(journey))
test('the contract is awarded: everybody reads the record, and the auditor takes the pack', () => isAwarded(journey))
test('the programme manager writes and sends the monthly report', () => reportsTheMonth(journey))
test('the programme manager says when the service goes live, and moves the day', () => goesLive(journey))
