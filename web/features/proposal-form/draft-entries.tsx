import type { ReactNode } from 'react'
import { Entries } from '../../nhs/entries.tsx'
import { useField } from './use-field.ts'
import { words } from './words.ts'

interface DraftEntriesProps {
  field: string
  legend: (number: number) => string
  add: string
  /** What a new one is. */
  empty: unknown
  children(index: number): ReactNode
}

/** A list of the draft. One that nobody has begun shows a first entry to fill in. */
export function DraftEntries({ field, legend, add, empty, children }: DraftEntriesProps) {
  const { id, value, fault, set } = useField(field)
  const kept: unknown[] = Array.isArray(value) ? value : [empty]
  return (
    <Entries
      id={id}
      fault={fault}
      items={kept}
      legend={(index) => legend(index + 1)}
      remove={words.remove}
      removed={words.removed}
      add={{ says: add, empty }}
      onChange={set}
    >
      {children}
    </Entries>
  )
}
