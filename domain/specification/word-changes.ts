import { diffWordsWithSpace } from 'diff'

/** Words that stayed, went or came. What stayed and went is the text before; what stayed and came is the text after. */
export interface Part {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Beyond so many words that differ, two texts are shown whole: nobody reads such a difference, and it takes long to find. */
const MOST_CHANGES = 1_500

/** How a text became another, word by word (Myers 1986; spaces and line ends count as words). */
export function wordChanges(before: string, after: string): Part[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES })
  const parts: Part[] = found
    ? found.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ]
  return parts.filter(({ text }) => text !== '')
}
