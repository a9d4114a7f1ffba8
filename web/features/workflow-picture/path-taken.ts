import { leaves, type Picture, type Transition } from '../../../workflows/pictures/picture.ts'

/** What the record tells of one run of a workflow. */
export interface Recorded {
  /** The steps that left an event, in their order, in kebab case. */
  steps: string[]
  /** Where it went after the last of them: to a state that waits, or to where the execution ended. */
  to?: { asking: string } | 'handed over' | 'moved on'
}

export interface PathTaken {
  states: Set<string>
  transitions: Set<Transition>
  /** The state it is in now. */
  present?: string
}

/**
 * The path through a workflow. Steps that changed nothing leave no event, so between two that did it is the shortest way
 * the workflow has.
 */
export function pathTaken(picture: Picture, runs: Recorded[]): PathTaken {
  const path: PathTaken = { states: new Set(), transitions: new Set() }
  for (const run of runs) {
    let here = picture.start
    path.states.add(here)
    const go = (reached: (name: string) => boolean) => {
      const way = shortest(picture, here, reached) ?? shortest(picture, picture.start, reached)
      if (!way) return
      for (const transition of way) {
        path.transitions.add(transition)
        path.states.add(transition.to)
      }
      here = way.at(-1)?.to ?? (reached(here) ? here : picture.start)
      path.states.add(here)
    }
    for (const step of run.steps) go((name) => kebab(picture, name) === step)
    const { to } = run
    if (to === 'handed over') go((name) => kindOf(picture, name) === 'hand-over')
    else if (to === 'moved on') go((name) => kindOf(picture, name) === 'end')
    else if (to) {
      go((name) => kebab(picture, name) === to.asking)
      path.present = here
    }
  }
  return path
}

function shortest(picture: Picture, from: string, reached: (name: string) => boolean): Transition[] | undefined {
  const ways = new Map<string, Transition[]>([[from, []]])
  for (const [name, way] of ways) {
    if (reached(name)) return way
    for (const transition of picture.transitions)
      if (transition.from === name && !leaves(transition) && !ways.has(transition.to))
        ways.set(transition.to, [...way, transition])
  }
  return undefined
}

const find = ({ states }: Picture, name: string) => states.find((state) => state.name === name)
const kebab = (picture: Picture, name: string) => find(picture, name)?.step
const kindOf = (picture: Picture, name: string) => find(picture, name)?.kind
