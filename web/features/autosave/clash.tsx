import type { ReactNode } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { words } from './words.ts'

interface ClashProps {
  /** As it is read. */
  here: ReactNode
  elsewhere: ReactNode
  onChoose(which: 'mine' | 'theirs'): void
}

/** The same was changed here and elsewhere: both are shown, and neither is gone until one is chosen. */
export function Clash({ here, elsewhere, onChoose }: ClashProps) {
  return (
    <Notice title={words.clash.title}>
      <div className="clash__version">
        <strong>{words.clash.here}:</strong> {here || words.clash.nothing}
      </div>
      <div className="clash__version">
        <strong>{words.clash.elsewhere}:</strong> {elsewhere || words.clash.nothing}
      </div>
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
