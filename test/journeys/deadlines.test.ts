import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSecretariat } from '../../domain/locality/locality.ts'
import { daysBetween } from '../../domain/time/day.ts'
import { londonDate } from '../../domain/time/instant.ts'
import { Play } from '../../local/demo/play.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { ownLocality } from './lived.ts'
import { timelineOf } from './timeline.ts'

/** Deadlines act by themselves: nobody does anything here but move the clock. */

const { folder, locality } = await ownLocality()
let play: Play

async function submittedCase(): Promise<void> {
  play = await Play.at(locality.url, () => {})
  await playSubmission(play, { accept: false })
}

/** The date of an instant. */
const day = (instant: string) => instant.slice(0, 10)

/** Moves to just after the deadline of the open wait: workflows count whole seconds, and wake within two of it. */
async function toTheDeadline(): Promise<string> {
  const { wait } = await play.see()
  if (!wait) throw new Error('The case waits for nothing.')
  await play.moveTo(new Date(Date.parse(wait.dueAt) + 5_000).toISOString())
  return wait.dueAt
}

/** What a step did by itself, but for what people were told of it. */
const actsOf = async (step: string) =>
  (await timelineOf(play)).filter(({ by, type }) => by.step === step && type !== 'PeopleTold')
const types = async (step: string) => (await actsOf(step)).map(({ type }) => type)

describe('a deadline, by moving the clock', () => {
  test('an unanswered triage reminds at its time, escalates at its time, and mails who is waited for', async () => {
    await submittedCase()
    const { wait } = await play.see()
    await toTheDeadline()
    const acts = await actsOf('attend-to-the-triage')
    expect(acts.map(({ type }) => type)).toEqual(['Reminded', 'Escalated'])
    expect(acts.map(({ at }) => day(at))).toEqual([
      day((wait as { remindAt?: string } | undefined)?.remindAt ?? ''),
      day(wait?.dueAt ?? ''),
    ])
    const mails = await readdir(join(folder, 'mail'))
    const texts = await Promise.all(mails.map((file) => readFile(join(folder, 'mail', file), 'utf8')))
    expect(texts.filter((text) => text.includes('Counselling in every practice')).length).toBeGreaterThan(0)
    const secretariat = locality.people.filter(({ roles }) => roles.some(isSecretariat))
    const heldUp = texts.filter((text) => /"subject": ?"Held up: /.test(text)).map((text) => JSON.parse(text).to)
    expect(heldUp.sort()).toEqual(secretariat.map(({ email }) => email).sort())
  })

  test('an extension moves the wait: nothing happens at the old time, and it does at the new', async () => {
    await submittedCase()
    const { wait } = await play.see()
    const dueAt = new Date(Date.parse(wait?.dueAt ?? '') + 20 * 86_400_000).toISOString()
    await play.command(play.manager.personId, 'extend-deadline', { dueAt, reason: 'The office is moving.' })
    await play.settled()
    await play.moveTo(new Date(Date.parse(wait?.dueAt ?? '') + 86_400_000).toISOString())
    expect(await types('attend-to-the-triage')).toEqual([])
    await toTheDeadline()
    expect(await types('attend-to-the-triage')).toEqual(['Reminded', 'Escalated'])
    expect((await timelineOf(play)).find(({ type }) => type === 'Escalated')?.at.slice(0, 16)).toBe(dueAt.slice(0, 16))
  })

  test('a pause stops the clock of the stage; resumed, it has the time it had left', async () => {
    await submittedCase()
    const before = (await play.see()).wait
    await play.command(play.manager.personId, 'pause', { reason: 'The proposer is on holiday.' })
    await play.moveBy({ days: 60 })
    expect(await types('attend-to-the-triage')).toEqual([])
    await play.command(play.manager.personId, 'resume', { reason: 'The proposer is back.' })
    const after = (await play.settled()).wait
    // Days of London: the clocks may change between them, and a day off may follow.
    const days = daysBetween(londonDate(before?.dueAt ?? ''), londonDate(after?.dueAt ?? ''))
    expect(days).toBeGreaterThanOrEqual(60)
    expect(days).toBeLessThan(66)
    await toTheDeadline()
    expect(await types('attend-to-the-triage')).toEqual(['Reminded', 'Escalated'])
  })

  test('a withdrawn case is left alone by its workflow', async () => {
    await submittedCase()
    await play.command(play.manager.personId, 'withdraw', { reason: 'The proposer asked for it.' })
    await play.moveBy({ days: 60 })
    const seen = await play.see()
    expect([seen.life.status, seen.life.outcome]).toEqual(['ended', 'withdrawn'])
    expect(await types('attend-to-the-triage')).toEqual([])
  })

  test('a pool too small is extended once, then escalated, then still waited for and chased', async () => {
    await submittedCase()
    await play.command(play.manager.personId, 'accept-proposal')
    await play.settled()
    await toTheDeadline()
    expect(await types('attend-to-the-nominations')).toEqual(['Reminded', 'DeadlineExtended'])
    await toTheDeadline()
    expect(await types('attend-to-the-nominations')).toEqual(['Reminded', 'DeadlineExtended', 'Reminded', 'Escalated'])
    await play.moveBy({ days: 9 })
    expect((await types('attend-to-the-nominations')).at(-1)).toBe('Reminded')
    expect((await play.see()).life.stage).toBe('nomination')
  })
})
