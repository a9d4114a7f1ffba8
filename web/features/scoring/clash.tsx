import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { words } from './words.ts'

interface ClashProps {
  /** As it is read. */
  here: string
  elsewhere: string
  onChoose(which: 'mine' | 'theirs'): void
}

/** The same criterion was changed here and elsewhere: both are shown, and neither is gone until one is chosen. */
export function Clash({ here, elsewhere, onChoose }: ClashProps) {
  return (
    <Notice title={words.clash.title}>
      <p className="scoring-words">
        <strong>{words.clash.here}:</strong> {here || words.clash.nothing}
      </p>
      <p className="scoring-words">
        <strong>{words.clash.elsewhere}:</strong> {elsewhere || words.clash.nothing}
      </p>
      <div className="nhsuk-button-group">
        <ActionButton small kind="secondary" onClick={() => onChoose('mine')}>
          {words.clash.keepHere}
        </ActionButton>
        <ActionButton small kind="secondary" onClick={() => onChoose('theirs')}>
          {words.clash.keepElsewhere}
        </ActionButton>
      </div>
    </Notice>
  )
}
