import type { Stage } from '../../../domain/case/case.ts'
import type { CaseView, TimelineEvent } from '../../../functions/api/answers/case.ts'
import type { Picture } from '../../../workflows/pictures/picture.ts'
import { waits } from '../../../workflows/waits.ts'
import type { Recorded } from './path-taken.ts'

type Told = Pick<TimelineEvent, 'at' | 'by' | 'type' | 'wait'>

/** What the timeline tells of the runs of one stage: one for each time that the case was in it. */
export function runsOf(
  stage: Stage,
  picture: Picture,
  { life, wait }: Pick<CaseView, 'life' | 'wait'>,
  events: Told[],
): Recorded[] {
  const known = new Set(picture.states.map(({ step }) => step))
  const enters = new Set(picture.states.filter(({ kind }) => kind === 'hand-over').flatMap(entersBefore(picture)))
  return life.path
    .filter((passage) => passage.stage === stage)
    .map(({ entered, left }): Recorded => {
      // The step that entered the stage is another workflow's, or this one's of the time before.
      const entry = events.findIndex(({ type, at }) => type === 'StageEntered' && at === entered)
      const within = events.slice(entry + 1).filter(({ at }) => at >= entered && (left === undefined || at <= left))
      const steps = within
        .flatMap((event, index) => [...actorOf(event), ...askedAfter(event, within[index + 1])])
        .filter((step, index, all) => known.has(step) && step !== all[index - 1])
      if (left !== undefined) return { steps, to: enters.has(steps.at(-1) ?? '') ? 'handed over' : 'moved on' }
      return wait ? { steps, to: { asking: waits[wait.name].asked } } : { steps }
    })
}

const actorOf = ({ by }: Told): string[] => ('step' in by ? [by.step] : [])

/** A wait that was open for any time at all was asked for. */
const askedAfter = ({ wait, at }: Told, next: Told | undefined): string[] =>
  wait && next && next.at > at ? [waits[wait].asked] : []

/** The steps that come right before a hand-over. */
const entersBefore =
  ({ states, transitions }: Picture) =>
  ({ name }: { name: string }): string[] =>
    transitions
      .filter(({ to, kind }) => to === name && kind === 'next')
      .flatMap(({ from }) => states.filter((state) => state.name === from).map(({ step }) => step))
