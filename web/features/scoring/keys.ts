/** What a key means on the scoring page; undefined where it is the browser's. */
export type Move = 'next criterion' | 'previous criterion' | 'next tender' | 'previous tender'

interface Key {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

export function moveOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Key): Move | undefined {
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'next criterion'
  if (!altKey || ctrlKey || metaKey) return undefined
  if (key === 'ArrowDown') return shiftKey ? 'next tender' : 'next criterion'
  if (key === 'ArrowUp') return shiftKey ? 'previous tender' : 'previous criterion'
  return undefined
}

/** A score typed as a digit. Only where a score has the focus: elsewhere digits are text. */
export const scoreOf = ({ key, altKey, ctrlKey, metaKey }: Key): number | undefined =>
  !altKey && !ctrlKey && !metaKey && /^[0-5]$/.test(key) ? Number(key) : undefined
