import { leaves, type Picture, type PictureState, type Transition } from './picture.ts'

/** What each kind of state looks like: the text goes between. */
const shapes: Record<PictureState['kind'], [open: string, close: string]> = {
  step: ['[', ']'],
  pass: ['[', ']'],
  ask: ['[/', '/]'],
  wait: ['[/', '/]'],
  'hand-over': ['[[', ']]'],
  choice: ['{', '}'],
  group: ['[', ']'],
  end: ['([', '])'],
}

/** A workflow as a Mermaid flowchart. Steps that leave because the record has moved on are not drawn (see `leaves`). */
export function mermaidOf(picture: Picture): string {
  const outside = picture.states.filter((state) => state.within === undefined)
  return [
    'flowchart TD',
    `  begin(( )) --> ${id(picture.start)}`,
    ...outside.flatMap((state) => node(state, picture)),
    ...picture.transitions.filter((transition) => !leaves(transition)).map(edge),
  ].join('\n')
}

function node(state: PictureState, picture: Picture): string[] {
  const inner = picture.states.filter(({ within }) => within === state.name)
  const [open, close] = shapes[state.kind]
  const own = `  ${id(state.name)}${open}"${state.name}"${close}`
  if (inner.length === 0) return [own]
  return [own, `  subgraph ${id(state.name)}-each[" "]`, ...inner.flatMap((each) => node(each, picture)), '  end']
}

function edge({ from, to, kind, label }: Transition): string {
  const ends: [string, string] = [id(from), id(to)]
  switch (kind) {
    case 'next':
    case 'within':
      return `  ${ends.join(' --> ')}`
    case 'choice':
      return `  ${ends.join(` -- "${plain(label)}" --> `)}`
    case 'default':
      return `  ${ends.join(' -- otherwise --> ')}`
    case 'timeout':
      return `  ${ends.join(' -. time is up .-> ')}`
    case 'catch':
      return `  ${ends.join(` -. "${plain(label)}" .-> `)}`
  }
}

const plain = (label = '') => label.replaceAll('"', "'")

const id = (name: string) => name.replaceAll(/\W+/g, '_')
