import { type ReactNode, useEffect, useRef } from 'react'
import { ActionButton } from './action-button.tsx'
import { useUndo } from './undo.tsx'

interface EntriesProps<Item> {
  /** Where a fault of the whole list leads. */
  id: string
  fault?: string | undefined
  items: readonly Item[]
  /** What each is called, such as "Objective 1". */
  legend(index: number): string
  /** What the button says that takes one away. */
  remove: (legend: string) => string
  /** What is said when one was taken away. */
  removed: (legend: string) => string
  /** What the button says that adds one, and what a new one is; absent where none can be added. */
  add?: { says: string; empty: Item }
  onChange(items: Item[]): void
  children(index: number): ReactNode
}

/** Entries of a list, each with its fields; one can be added, and each taken away, and brought back. */
export function Entries<Item>(props: EntriesProps<Item>) {
  const { id, fault, items, legend, remove, removed, add, onChange, children } = props
  // It is brought back into what the list is then.
  const now = useRef(props)
  now.current = props
  const [offerUndo, undo] = useUndo()
  const [list, focusOnAdded] = useFocusOnAdded(items.length)
  const takeAway = (index: number) => {
    const taken = items.slice(index, index + 1)
    onChange(items.toSpliced(index, 1))
    offerUndo({
      said: removed(legend(index)),
      undo: () => now.current.onChange(now.current.items.toSpliced(index, 0, ...taken)),
    })
  }
  return (
    <div ref={list} id={id} tabIndex={-1} className={fault ? 'nhsuk-form-group--error' : undefined}>
      {fault && (
        <p className="nhsuk-error-message">
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {fault}
        </p>
      )}
      {items.map((_, index) => (
        // The entries have no names of their own; their fields take what they show from the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <fieldset key={index} className="nhsuk-fieldset nhsuk-u-margin-bottom-6">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{legend(index)}</legend>
          {children(index)}
          <ActionButton kind="secondary" small onClick={() => takeAway(index)}>
            {remove(legend(index))}
          </ActionButton>
        </fieldset>
      ))}
      {undo}
      {add && (
        <ActionButton
          kind="secondary"
          onClick={() => {
            focusOnAdded()
            onChange([...items, add.empty])
          }}
        >
          {add.says}
        </ActionButton>
      )}
    </div>
  )
}

/** Whoever adds an entry goes on in its first field, which is above the button that they pressed. */
function useFocusOnAdded(length: number) {
  const list = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once there is one more
  useEffect(() => {
    if (!asked.current) return
    asked.current = false
    list.current?.querySelector<HTMLElement>(':scope > fieldset:last-of-type :is(input, textarea, select)')?.focus()
  }, [length])
  const ask = () => {
    asked.current = true
  }
  return [list, ask] as const
}
