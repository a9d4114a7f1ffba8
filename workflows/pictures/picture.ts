import { kebabOf } from '../names.ts'

/** What a picture needs of an Amazon States Language file. */
export interface Asl {
  Comment?: string
  StartAt: string
  States: Record<string, AslState>
}

interface AslState {
  Type: string
  Comment?: string
  Resource?: string
  Arguments?: unknown
  Next?: string
  End?: boolean
  Default?: string
  Choices?: { Condition: string; Next: string }[]
  Catch?: { ErrorEquals: string[]; Next: string }[]
  Branches?: Asl[]
  ItemProcessor?: Asl
}

/** `ask` waits for people; `hand-over` starts the next stage's execution; `step` is the product's own deed. */
export type Kind = 'step' | 'ask' | 'hand-over' | 'choice' | 'wait' | 'pass' | 'group' | 'end'

export interface PictureState {
  /** The state's sentence. */
  name: string
  /** The same in kebab case: the file of its function, and its actor on the record. */
  step: string
  kind: Kind
  comment?: string
  /** The Parallel or Map state that it is in. */
  within?: string
  /** Execution can end here. */
  last: boolean
}

export interface Transition {
  from: string
  to: string
  kind: 'next' | 'choice' | 'default' | 'catch' | 'timeout' | 'within'
  /** Which answer of a choice, or which error. */
  label?: string
}

export interface Picture {
  start: string
  states: PictureState[]
  transitions: Transition[]
}

/** States and transitions of a workflow, in the order of its file; both the README and the portal draw from it. */
export function pictureOf(asl: Asl, within?: string): Picture {
  const states: PictureState[] = []
  const transitions: Transition[] = []
  for (const [name, state] of Object.entries(asl.States)) {
    states.push({
      name,
      step: kebabOf(name),
      kind: kindOf(state),
      ...(state.Comment !== undefined && { comment: state.Comment }),
      ...(within !== undefined && { within }),
      last: state.End === true || state.Type === 'Succeed' || state.Type === 'Fail',
    })
    transitions.push(...transitionsOf(name, state))
    for (const inner of innerOf(state)) {
      const picture = pictureOf(inner, name)
      transitions.push({ from: name, to: picture.start, kind: 'within' }, ...picture.transitions)
      states.push(...picture.states)
    }
  }
  return { start: asl.StartAt, states, transitions }
}

function transitionsOf(from: string, state: AslState): Transition[] {
  return [
    ...(state.Next === undefined ? [] : [{ from, to: state.Next, kind: 'next' as const }]),
    ...(state.Choices ?? []).map(({ Condition, Next }) => ({
      from,
      to: Next,
      kind: 'choice' as const,
      label: answerOf(Condition),
    })),
    ...(state.Default === undefined ? [] : [{ from, to: state.Default, kind: 'default' as const }]),
    ...(state.Catch ?? []).map(({ ErrorEquals, Next }) => ({
      from,
      to: Next,
      kind: ErrorEquals.includes('States.Timeout') ? ('timeout' as const) : ('catch' as const),
      label: ErrorEquals.join(', '),
    })),
  ]
}

/** `{% $states.input.verdict = 'answered' %}` → `answered`; any other condition as it stands. */
function answerOf(condition: string): string {
  const bare = condition.replace(/^\{%\s*|\s*%\}$/g, '')
  return /^\$states\.input\.\w+ = '([^']*)'$/.exec(bare)?.[1] ?? bare
}

function kindOf({ Type, Resource = '' }: AslState): Kind {
  if (Type === 'Choice') return 'choice'
  if (Type === 'Wait') return 'wait'
  if (Type === 'Pass') return 'pass'
  if (Type === 'Parallel' || Type === 'Map') return 'group'
  if (Type === 'Succeed' || Type === 'Fail') return 'end'
  if (Resource.endsWith('.waitForTaskToken')) return 'ask'
  return Resource.includes(':states:startExecution') ? 'hand-over' : 'step'
}

const innerOf = ({ Branches = [], ItemProcessor }: AslState): Asl[] => [
  ...Branches,
  ...(ItemProcessor ? [ItemProcessor] : []),
]

/** Where a step leaves off because the record has moved on: said once for all, or every picture is a bush of arrows. */
export const leaves = ({ kind, label = '' }: Transition): boolean =>
  kind === 'catch' && /CaseMovedOn|ExecutionAlreadyExists/.test(label)

/** The stages that an execution can hand over to: `${PanelFormationStateMachine}` → `panel-formation`. */
export function handsOverTo(asl: Asl): string[] {
  return Object.values(asl.States)
    .filter((state) => kindOf(state) === 'hand-over')
    .flatMap((state) => [...JSON.stringify(state.Arguments ?? {}).matchAll(/\$\{(\w+?)StateMachine\}/g)])
    .map(([, name = '']) => kebabOf(name.replace(/([a-z0-9])([A-Z])/g, '$1 $2')))
}
