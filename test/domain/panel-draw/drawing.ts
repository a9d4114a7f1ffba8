import type { Case } from '../../../domain/case/case.ts'
import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { commitToDraw } from '../../../domain/panel-draw/commit.ts'
import type { Draw } from '../../../domain/panel-draw/draw.ts'
import { type DrawStep, drawPanel } from '../../../domain/panel-draw/draw-the-panel.ts'
import { prepareDraw } from '../../../domain/panel-draw/fair-draw/prepare.ts'
import type { Services } from '../../../domain/panel-draw/pool.ts'
import { commitmentTo } from '../../../domain/panel-draw/randomness/commit-reveal.ts'
import { timeOfRound } from '../../../domain/panel-draw/randomness/quicknet.ts'
import type { EveryStep } from '../../../domain/panel-draw/unsolved.ts'
import { certificateOf } from '../../../domain/panel-draw/view.ts'
import { digest } from '../../../domain/record/chain.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { register, small, type Told, withNominees } from '../nominees.ts'
import { following } from '../story.ts'
import { round, solver } from './fair-draw/honest.ts'

export const by = { step: 'a-step' }
const attempt = 3

/** A day before the round of drand whose signature is known here. */
export const committed = addMilliseconds(timeOfRound(round), -24 * 3_600_000)
export const later = (hours: number): string => addMilliseconds(committed, hours * 3_600_000)

export const seven: Told[] = [
  { person: 'ann', profession: 'gp' },
  { person: 'bob', profession: 'gp', practice: 'practice-of-ann' },
  { person: 'cyd', profession: 'practice-manager' },
  { person: 'dee', profession: 'practice-manager', experienced: true },
  { person: 'eve', profession: 'nurse', experienced: true },
  { person: 'fay', profession: 'gp' },
  { person: 'guy', profession: 'other' },
]

/** A case whose nominees have been checked, and are all clear. */
export function checked(nominees: Told[] = seven, panel: object = {}): Case {
  const theCase = withNominees(nominees, { ...small, panel: { ...small.panel, panelsInLottery: 100, ...panel } })
  const matter = matterOf(theCase, register)
  return following(theCase, checkNominees(theCase, { attempt, matter }, { at: committed, by }), committed, by)
}

export const secretOf = (draw: number): string => digest(['the company', draw])

export function commit(
  theCase: Case,
  at = committed,
  services: Services = {},
  time: { whether?: EveryStep; draw?: EveryStep; attempt?: number } = {},
) {
  let salts = 0
  return commitToDraw(
    theCase,
    {
      attempt: time.attempt ?? attempt,
      services,
      ...(time.whether && { everyStep: time.whether }),
      salt: () => {
        salts += 1
        return digest(['salt', theCase.head.sequence, salts]).slice(0, 32)
      },
      contribute: async (draw) => ({ by: 'the company', commitment: commitmentTo('the company', secretOf(draw)) }),
      prepare: async ({ instance, announcement, panels }) =>
        prepareDraw(instance, announcement, solver, panels, time.draw),
    },
    { at, by },
  )
}

export const drawn = (
  theCase: Case,
  at: string,
  signatureOf: DrawStep['signatureOf'] = async () => undefined,
  matter = matterOf(theCase, register),
  services: Services = {},
) =>
  drawPanel(
    theCase,
    {
      ...{ attempt, signatureOf, secretOf: async (draw) => secretOf(draw) },
      ...{ matter: async () => matter, services: async () => services },
    },
    { at, by },
  )

/** The case after what was decided. */
export const having = (theCase: Case, events: Parameters<typeof following>[1], at = committed): Case =>
  following(theCase, events, at, by)

export const lastDraw = ({ draws = {}, panel }: Case): Draw => {
  const draw = draws[panel?.draw?.number ?? 0]
  if (!draw) throw new Error('Nothing was committed to.')
  return draw
}

export const committedTo = async (theCase = checked()) => having(theCase, await commit(theCase))

/** After it was reminded of, and the deadline of its wait passed. */
export function escalated(theCase: Case): Case {
  const { dueAt = '', escalatedAt } = theCase.life.wait ?? {}
  const seen = attend(theCase, { caseId: theCase.id, attempt: 3 }, ['contributions', 'numbers'], dueAt)
  if (escalatedAt !== undefined) return theCase
  if (seen.verdict !== 'act') throw new Error(`It is ${seen.verdict}.`)
  return escalated(having(theCase, seen.events, dueAt))
}

export const certified = (theCase: Case) => {
  const draw = lastDraw(theCase)
  if (draw.status !== 'drawn') throw new Error(`It is ${draw.status}.`)
  return certificateOf(draw)
}
