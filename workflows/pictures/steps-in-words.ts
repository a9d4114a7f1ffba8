import { leaves, type Picture, type PictureState, type Transition } from './picture.ts'

/** What a state does next, in plain words. */
export function nextInWords(state: PictureState, { transitions }: Picture): string {
  const ways = transitions.filter((way) => way.from === state.name && !leaves(way))
  const said = ways.map(wayInWords)
  if (state.last) said.push(state.kind === 'hand-over' ? 'The next stage takes over.' : 'The execution ends.')
  return said.join(' ')
}

function wayInWords({ to, kind, label }: Transition): string {
  switch (kind) {
    case 'next':
      return `Then: ${to}.`
    case 'within':
      return `For each: ${to}.`
    case 'choice':
      return `If ${label}: ${to}.`
    case 'default':
      return `Otherwise: ${to}.`
    case 'timeout':
      return `When time is up${label?.includes('RecordGrew') ? ', or the record has grown' : ''}: ${to}.`
    case 'catch':
      return `On ${label}: ${to}.`
  }
}
