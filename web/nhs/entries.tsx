import type { ReactNode } from 'react'
import { ActionButton } from './action-button.tsx'

interface EntriesProps {
  /** Where a fault of the whole list leads. */
  id: string
  fault?: string | undefined
  count: number
  /** What each is called, such as "Objective 1". */
  legend(index: number): string
  /** What the button says that takes one away. */
  remove: (legend: string) => string
  add: string
  onAdd(): void
  onRemove(index: number): void
  children(index: number): ReactNode
}

/** Entries of a list, each with its fields; one can be added, and each taken away. */
export function Entries({ id, fault, count, legend, remove, add, onAdd, onRemove, children }: EntriesProps) {
  return (
    <div id={id} tabIndex={-1} className={fault ? 'nhsuk-form-group--error' : undefined}>
      {fault && (
        <p className="nhsuk-error-message">
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {fault}
        </p>
      )}
      {Array.from({ length: count }, (_, index) => (
        // The entries have no names of their own; their fields take what they show from the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset key={index} className="nhsuk-fieldset nhsuk-u-margin-bottom-6">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{legend(index)}</legend>
          {children(index)}
          <ActionButton kind="secondary" small onClick={() => onRemove(index)}>
            {remove(legend(index))}
          </ActionButton>
        </fieldset>
      ))}
      <ActionButton kind="secondary" onClick={onAdd}>
        {add}
      </ActionButton>
    </div>
  )
}
