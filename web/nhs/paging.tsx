import { ActionButton } from './action-button.tsx'

interface PagingProps {
  /** What is paged, for those who cannot see it: "Pages of the board". */
  label: string
  before?: { text: string; go(): void } | undefined
  after?: { text: string; go(): void } | undefined
}

/** The page before and the page after, where there are any. */
export function Paging({ label, before, after }: PagingProps) {
  if (!before && !after) return null
  return (
    <nav aria-label={label} className="nhsuk-button-group">
      {[before, after]
        .filter((way) => way !== undefined)
        .map(({ text, go }) => (
          <ActionButton key={text} kind="secondary" small onClick={go}>
            {text}
          </ActionButton>
        ))}
    </nav>
  )
}
