import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeAtomically } from '../atomic-file.ts'
import { playGoingLive } from '../demo/after-award.ts'
import { playDecision } from '../demo/decision.ts'
import { playEvaluation, readyToReadTenders } from '../demo/evaluation.ts'
import { playNomination } from '../demo/nomination.ts'
import { playPanelFormation } from '../demo/panel-formation.ts'
import { Play } from '../demo/play.ts'
import { playQuestions } from '../demo/questions.ts'
import { markTheAppraisal, playAppraisal, playDrafting, playSpecification } from '../demo/specification.ts'
import { playSubmission } from '../demo/submission.ts'
import { playTender } from '../demo/tender.ts'
import { sendReports } from './monthly-reports.ts'
import { counselling, type Topic, topics } from './topics.ts'

type Part = (play: Play) => Promise<void>

interface SampleCase {
  topic: Topic
  /** What is played of it; it stays in the stage after the last part. */
  parts: Part[]
  /** Days before the present at which it is submitted. */
  daysAgo: number
}

const days = (count: number) => ({ count, unit: 'calendar days' })

/** Rules with a short tender, so that a few weeks hold a whole case, and long waits, so that the samples are not all late. */
const rules = {
  // The samples follow one another within weeks, so that many of those nominated have just sat on a panel.
  panel: { mostExperienced: 7 },
  tender: { openFor: days(18), questionsCloseBefore: days(3) },
  evaluation: { scoreWithin: days(60) },
  decision: { voteWithin: days(75) },
}
const accepted: Part = (play) => playSubmission(play, { ruleBook: rules })
const formed = [accepted, playNomination, playPanelFormation]

/** Proposals at every stage, the longest under way first: they are lived through one after the other. */
const samples: SampleCase[] = [
  {
    topic: counselling,
    daysAgo: 194,
    parts: [
      playSubmission,
      playNomination,
      playPanelFormation,
      playSpecification,
      playTender,
      playEvaluation,
      playDecision,
      playGoingLive,
    ],
  },
  { topic: topics.decision, daysAgo: 108, parts: [...formed, playSpecification, playTender, playEvaluation] },
  { topic: topics.evaluation, daysAgo: 64, parts: [...formed, playSpecification, playTender, readyToReadTenders] },
  { topic: topics.tender, daysAgo: 30, parts: [...formed, playSpecification, playQuestions] },
  { topic: topics.specification, daysAgo: 12, parts: [...formed, playAppraisal, markTheAppraisal, playDrafting] },
  { topic: topics['panel-formation'], daysAgo: 5, parts: [accepted, playNomination] },
  { topic: topics.nomination, daysAgo: 3, parts: [accepted] },
  { topic: topics.submission, daysAgo: 0, parts: [(play) => playSubmission(play, { accept: false })] },
]

/** How far back the clock of a fresh locality begins, in milliseconds: the samples are lived through until the present. */
export const SAMPLES_BEGIN = 195 * 86_400_000

const progressSchema = z.object({ played: z.int().min(0) })

/** How many of the sample cases have been played. */
export interface Progress {
  played: number
  of: number
}

export interface SampleCases {
  /** Resolves when there is a first case to look at. */
  first: Promise<void>
  /** Resolves when all have been played, or the locality ended. */
  all: Promise<void>
}

/**
 * Plays the sample cases over HTTP until the clock has come to the present. Ended on the way, it begins again with the case
 * that it was at.
 * @param until the present, an instant
 */
export function playSampleCases(options: {
  url: string
  folder: string
  until: string
  log: (line: string) => void
  ended: () => boolean
  /** Kept up to date for whoever asks. */
  progress: Progress
}): SampleCases {
  const first = Promise.withResolvers<void>()
  options.progress.of = samples.length
  const all = play(options, first.resolve)
  all.catch(first.reject)
  return { first: first.promise, all }
}

async function play(
  { url, folder, until, log, ended, progress }: Parameters<typeof playSampleCases>[0],
  thereIsOne: () => void,
): Promise<void> {
  const file = join(folder, 'sample-cases.json')
  const { played } = progressSchema.catch({ played: 0 }).parse(await readJson(file))
  progress.played = played
  if (played > 0) thereIsOne()
  for (const [index, { topic, parts, daysAgo }] of samples.entries()) {
    if (index < played) continue
    const one = await Play.at(url, () => {}, topic)
    one.turn = index
    await withdrawUnfinished(one)
    await one.letPass(new Date(Date.parse(until) - daysAgo * 86_400_000).toISOString())
    for (const part of parts) {
      if (ended()) return
      await part(one)
      await sendReports(one)
      thereIsOne()
    }
    await writeAtomically(file, JSON.stringify({ played: index + 1 }))
    progress.played = index + 1
    log(`Sample case ${index + 1} of ${samples.length}: ${topic.title}`)
  }
}

/** A sample that was being played when the locality ended is withdrawn, and played again from the start. */
async function withdrawUnfinished(play: Play): Promise<void> {
  const { rows } = await play.manager.get<{ rows: { caseId: string; title: string; status: string }[] }>(
    '/api/board?limit=100',
  )
  for (const { caseId, title, status } of rows)
    if (title === play.topic.title && status !== 'ended')
      await play.manager.post(`/api/cases/${caseId}/withdraw`, {
        reason: 'This sample was interrupted while it was played. It is played again.',
      })
}
