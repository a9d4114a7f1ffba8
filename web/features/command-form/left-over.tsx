import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { words } from './left-words.ts'

/** What was typed into a form that has gone, until somebody has read it. */
export function LeftOver({ typed, onRead }: { typed: string; onRead(): void }) {
  return (
    <Notice title={words.title}>
      <p>{words.why}</p>
      <p className="nhsuk-inset-text specification__text">{typed}</p>
      <ActionButton kind="secondary" small onClick={onRead}>
        {words.read}
      </ActionButton>
    </Notice>
  )
}
