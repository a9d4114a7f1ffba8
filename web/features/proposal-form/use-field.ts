import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useDraftPaper } from './paper.tsx'
import { fieldOf } from './sections.ts'

type Path = readonly [field: string, ...rest: (string | number)[]]

export interface DraftField {
  id: string
  value: unknown
  fault: string | undefined
  set(value: unknown): void
}

const route = getRouteApi('/proposals/$draftId/$section')

/** A field of the draft, however deep in it. Its fault is shown to those who asked what is missing. */
export function useField(...path: Path): DraftField {
  const { paper, view, faults } = useDraftPaper()
  const { check } = route.useSearch()
  const id = path.join('-')
  const [field, ...rest] = path
  return {
    id,
    value: rest.reduce<unknown>((value, part) => within(value, part), view.entries[field]),
    fault: check ? faults.find((fault) => fieldOf(fault) === id)?.detail : undefined,
    set: (value) => paper.edit(field, replaced(paper.view().entries[field], rest, value)),
  }
}

const within = (value: unknown, part: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined

/** The same with one thing in it changed; a list is made where a number leads. */
function replaced(whole: unknown, [part, ...rest]: (string | number)[], value: unknown): unknown {
  if (part === undefined) return value
  const inner = replaced(within(whole, part), rest, value)
  if (typeof part === 'number') return Object.assign([...(Array.isArray(whole) ? whole : [])], { [part]: inner })
  return { ...(typeof whole === 'object' ? whole : {}), [part]: inner }
}

/**
 * What is typed of a value that is kept in another form: the typed words stand as long as they mean the value.
 * @param meant what typed words mean
 */
export function useTyped<Typed>(
  value: unknown,
  typedOf: (value: unknown) => Typed,
  meant: (typed: Typed) => unknown,
): [Typed, (typed: Typed) => void] {
  const [typed, setTyped] = useState(() => typedOf(value))
  return [JSON.stringify(meant(typed)) === JSON.stringify(value) ? typed : typedOf(value), setTyped]
}
